import { BrokerBusy, BrokerRejected, BrokerUnreachable, TokenRefused } from '../../ports/broker.ts';
import { TradierFailure, type TradierFailureKind } from './tradier-failure.ts';

/** Failures after which the request was certainly not executed, by the venue or by us. */
export const NOT_TAKEN: ReadonlySet<TradierFailureKind> = new Set([
  'REFUSED',
  'UNAUTHORIZED',
  'UNKNOWN_ORDER',
] as const);
/** Not executed either, but only for lack of budget, which fills up again. */
const NO_ROOM: ReadonlySet<TradierFailureKind> = new Set(['OVER_QUOTA', 'NOT_SENT'] as const);

/** Turns the failure of a request that changes something into a refusal or an unknown outcome. */
export function refusal(error: unknown): unknown {
  if (!(error instanceof TradierFailure)) return error;
  if (NO_ROOM.has(error.kind)) return new BrokerBusy(error.message);
  return NOT_TAKEN.has(error.kind)
    ? new BrokerRejected(error.message, false, isOfToken(error))
    : new BrokerUnreachable(error.message);
}

/** `Unauthorized Account` for a new order is about the account, because the order has no id yet. */
function isOfToken({ kind, status }: TradierFailure): boolean {
  return kind === 'UNAUTHORIZED' || kind === 'UNKNOWN_ORDER' || status === 403;
}

/** Turns the failure of a read into an error: whatever failed, the answer is unknown. */
export function lost(error: unknown): unknown {
  if (!(error instanceof TradierFailure)) return error;
  return error.kind === 'UNAUTHORIZED' || error.status === 403
    ? new TokenRefused(error.message)
    : new BrokerUnreachable(error.message);
}
