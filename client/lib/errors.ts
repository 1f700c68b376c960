import type { CombinedError } from '@urql/svelte';

export interface RefusedCheck {
  rule: string;
  passed: boolean;
  limit?: string | null;
  actual?: string | null;
  message: string;
}

/** What went wrong, as the API's error codes say it. */
export interface DeskError {
  /** One of the contract's codes; `UNREACHABLE` where no answer came at all. */
  code: string;
  message: string;
  /** Which input field is meant (BAD_USER_INPUT). */
  field: string | null;
  /** Every check of a RISK_DENIED. */
  checks: RefusedCheck[];
  /** The current object of a CONFLICT. */
  current: unknown;
  retryAfterMs: number | null;
}

export function deskError(error: CombinedError): DeskError {
  const first = error.graphQLErrors[0];
  if (!first) {
    return {
      code: 'UNREACHABLE',
      message: 'The desk did not answer.',
      field: null,
      checks: [],
      current: null,
      retryAfterMs: null,
    };
  }
  const { code, field, checks, current, retryAfterMs } = first.extensions;
  return {
    code: typeof code === 'string' ? code : 'INTERNAL',
    message: first.message,
    field: typeof field === 'string' ? field : null,
    checks: Array.isArray(checks) ? (checks as RefusedCheck[]) : [],
    current: current ?? null,
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null,
  };
}

/** What an error means for the money, said before the reason: did anything happen at all? */
export function moneySentence(error: DeskError): string {
  switch (error.code) {
    case 'UNREACHABLE':
      return 'It is not known yet whether this was stored. Trying again is safe: it places no second order.';
    case 'VENUE_UNAVAILABLE':
      return 'The venue did not answer. The desk looks the order up by its tag and never sends it twice.';
    case 'INTERNAL':
      return 'The desk failed while doing this. Look at the trade before you try again.';
    default:
      return 'Nothing was sent. No money moved.';
  }
}
