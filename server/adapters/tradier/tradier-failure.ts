/**
 * Why a request got no usable answer.
 *
 * REFUSED: the venue said no, for good. UNAUTHORIZED: the token. UNKNOWN_ORDER: `Unauthorized Account`, which
 * Tradier answers both for another's account and for an unknown id. OVER_QUOTA: too many requests; not
 * executed. NOT_SENT: ours waited too long for its turn. UNREACHABLE: lost, 5xx or a maintenance page; it may
 * have been executed. LATE: no answer in time; it may have been executed. UNREADABLE: an answer of unknown
 * shape.
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

/** The message holds the venue's words if it had any, and never the token. */
export class TradierFailure extends Error {
  override readonly name = 'TradierFailure';

  constructor(
    readonly kind: TradierFailureKind,
    message: string,
    readonly status: number | null = null,
    /** For OVER_QUOTA: when requests are accepted again, in epoch milliseconds of the venue. */
    readonly resetAt: number | null = null,
  ) {
    super(message);
  }
}
