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

/** One rule that an entry was held against. `limit` and `actual` are for reading. */
export interface RiskCheck {
  readonly rule: string;
  readonly passed: boolean;
  readonly limit: string | null;
  readonly actual: string | null;
  readonly message: string;
}

export interface RefusalDetail {
  /** Path of the input field that is wrong, e.g. `input.bracket.stopLoss`. */
  readonly field?: string;
  /** The object as it stands now, for a conflict. */
  readonly current?: unknown;
  readonly checks?: readonly RiskCheck[];
  readonly retryAfterMs?: number;
}

/** What a person asks and we refuse: nothing is kept but a line in the log. */
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

/** Bad input, told by the field that is wrong. */
export function badInput(field: string, message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { field });
}
