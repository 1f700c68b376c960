import type { RefusalCode } from '../../../domain/refusal.ts';

/** Codes that the gate before every operation gives. */
type GateCode =
  | 'QUERY_TOO_COMPLEX'
  | 'INTERNAL'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_REQUEST';

/** What each code of a refusal means, and what to do. */
export const ERROR_CODES: Readonly<Record<RefusalCode | GateCode, string>> = {
  UNAUTHENTICATED:
    'No valid token or session came with the request: sign in, or use another token.',
  FORBIDDEN: 'The token may not do this, by its scopes or otherwise; another try gives the same.',
  BAD_USER_INPUT: 'The input is wrong; field names the place. Nothing was done.',
  NOT_FOUND: 'The caller has no such object; other users’ objects cannot be seen.',
  CONFLICT:
    'The object is no longer at expectedVersion; current has it as it is. Nothing was changed and no key used up: look, then decide again.',
  IDEMPOTENCY_MISMATCH:
    'The idempotencyKey was used with another input: a new intention needs a new key.',
  RISK_DENIED: 'A limit or a check refused it; checks lists each rule with its figures.',
  MARKET_CLOSED: 'The market is closed for this order; a LIMIT order may wait.',
  REAL_MODE_DISABLED: 'Real money is off, not armed, or not set up.',
  CONFIRMATION_REQUIRED:
    'The confirmation token is missing, used, expired, or for another input: ask for a preview of exactly this input.',
  VENUE_REJECTED: 'The venue refused it; the message has its reason.',
  VENUE_UNAVAILABLE: 'The venue or a provider did not answer; ask again later.',
  PRICE_UNTRUSTED: 'No price of it may be acted on now.',
  RATE_LIMITED: 'Too many requests; retryAfterMs says how long to wait.',
  QUERY_TOO_COMPLEX: 'The document is deeper or larger than the limits: ask for less at once.',
  INTERNAL: 'Something went wrong on the server; its id is in the server’s log.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  BAD_REQUEST: 'This endpoint does not answer such a request.',
};
