/**
 * What a request came to that did not get the answer it was for.
 *
 * REFUSED: the venue said no, and means it. UNAUTHORIZED: the token. UNKNOWN_ORDER: `Unauthorized
 * Account`, which Tradier says of a foreign account and of an id it does not know alike. OVER_QUOTA: too
 * many requests; not executed. NOT_SENT: ours waited too long for its turn. UNREACHABLE: lost, 5xx
 * or a maintenance page; it may have been executed. LATE: no answer in time; it may have been, too. UNREADABLE: an answer of a shape that we do not know.
 */
export type TradierFailureKind =
  | 'REFUSED'
  | 'UNAUTHORIZED'
  | 'UNKNOWN_ORDER'
  | 'OVER_QUOTA'
  | 'NOT_SENT'
  | 'UNREACHABLE'
  | 'LATE'
  | 'UNREADABLE';

/** The message is the venue's words where it had any; it never holds the token. */
export class TradierFailure extends Error {
  override readonly name = 'TradierFailure';

  constructor(
    readonly kind: TradierFailureKind,
    message: string,
    readonly status: number | null = null,
    /** Of OVER_QUOTA: when requests are taken again, epoch milliseconds of the venue. */
    readonly resetAt: number | null = null,
  ) {
    super(message);
  }
}
