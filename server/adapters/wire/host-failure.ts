/**
 * Why a request got no usable answer.
 *
 * NOT_SENT: its turn did not come in time. OVER_QUOTA: 429. UNAUTHORIZED: the key. DENIED: 403, of the plan or a firewall. NOT_FOUND: the host does not serve this. REFUSED: another 4xx.
 * BROKEN: 500 in the host's own words. UNREACHABLE: lost, a gateway's 5xx or a page. LATE: no answer in time.
 * UNREADABLE: an answer of unknown shape.
 */
export type HostFailureKind =
  | 'NOT_SENT'
  | 'OVER_QUOTA'
  | 'UNAUTHORIZED'
  | 'DENIED'
  | 'NOT_FOUND'
  | 'REFUSED'
  | 'BROKEN'
  | 'UNREACHABLE'
  | 'LATE'
  | 'UNREADABLE';

/** The message has the host's words, if there were any, and never the key. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';

  constructor(
    readonly kind: HostFailureKind,
    message: string,
    /** The host's `errorCode`, if it sent one. */
    readonly code: string | null = null,
  ) {
    super(message);
  }

  /** Not the source's fault: the key's allowance is used up for now. */
  get isPutOff(): boolean {
    return this.kind === 'NOT_SENT' || this.kind === 'OVER_QUOTA';
  }
}
