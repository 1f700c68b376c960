export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'IDEMPOTENCY_MISMATCH'
  | 'RISK_DENIED'
  | 'MARKET_CLOSED'
  | 'REAL_MODE_DISABLED'
  | 'CONFIRMATION_REQUIRED'
  | 'VENUE_REJECTED'
  | 'VENUE_UNAVAILABLE'
  | 'PRICE_UNTRUSTED'
  | 'RATE_LIMITED';

/** One rule that an entry was checked against. `limit` and `actual` are for display. */
export interface RiskCheck {
  readonly rule: string;
  readonly passed: boolean;
  readonly limit: string | null;
  readonly actual: string | null;
  readonly message: string;
}

export interface RefusalDetail {
  /** Path of the wrong input field, e.g. `input.bracket.stopLoss`. */
  readonly field?: string;
  /** For a conflict: the current state of the object. */
  readonly current?: unknown;
  readonly checks?: readonly RiskCheck[];
  /** The bound of a mandate that refused, with its figures. */
  readonly rule?: string;
  readonly limit?: string | null;
  readonly actual?: string | null;
  readonly retryAfterMs?: number;
  /** Names near the one that was asked for. */
  readonly near?: readonly string[];
}

/** A request that we refuse: nothing is stored except a line in the log. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly detail: RefusalDetail = {},
  ) {
    super(message);
  }
}

/** Bad input, with the path of the wrong field. */
export function badInput(field: string, message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { field });
}
