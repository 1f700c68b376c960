/**
 * DENIED: the token lacks the requested product (403), such as the live one when no brokerage account is
 * linked. OVER_QUOTA: 429. BAD_REQUEST: 400, 405 or 422; the request was not accepted. UNREADABLE: no `data`
 * in the answer. The exact bodies are not documented.
 */
export type OratsFailureKind =
  'DENIED' | 'UNAUTHORIZED' | 'OVER_QUOTA' | 'BAD_REQUEST' | 'UNREACHABLE' | 'UNREADABLE';

/** The message never holds the token, though the URL does. */
export class OratsFailure extends Error {
  override readonly name = 'OratsFailure';

  constructor(
    readonly kind: OratsFailureKind,
    message: string,
  ) {
    super(message);
  }
}
