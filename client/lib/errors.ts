import type { CombinedError } from '@urql/svelte';

export interface RefusedCheck {
  rule: string;
  passed: boolean;
  limit?: string | null;
  actual?: string | null;
  message: string;
}

/** What went wrong, by the API's error codes. */
export interface DeskError {
  /** One of the API's codes, or `UNREACHABLE` when no answer came. */
  code: string;
  message: string;
  /** The invalid input field (BAD_USER_INPUT). */
  field: string | null;
  /** Every check of a RISK_DENIED, passed ones included. */
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

/** What an error means for the money, shown before its reason: was anything sent at all? */
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
