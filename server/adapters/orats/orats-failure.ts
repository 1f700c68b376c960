/**
 * DENIED: the token lacks the product asked for (403), as one without a brokerage account behind it lacks
 * the live one. OVER_QUOTA: 429. BAD_REQUEST: 400, 405 or 422, not
 * taken as it was asked. UNREADABLE: no `data` in the answer. Exact bodies are not documented.
 */
export type OratsFailureKind =
  'DENIED' | 'UNAUTHORIZED' | 'OVER_QUOTA' | 'BAD_REQUEST' | 'UNREACHABLE' | 'UNREADABLE';

/** The message never holds the token, though the address does. */
export class OratsFailure extends Error {
  override readonly name = 'OratsFailure';

  constructor(
    readonly kind: OratsFailureKind,
    message: string,
  ) {
    super(message);
  }
}
