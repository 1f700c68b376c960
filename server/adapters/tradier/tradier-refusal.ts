import { BrokerBusy, BrokerRejected, BrokerUnreachable, TokenRefused } from '../../ports/broker.ts';
import { TradierFailure, type TradierFailureKind } from './tradier-failure.ts';

/** The venue, or ours before it, surely did not take it. */
export const NOT_TAKEN: ReadonlySet<TradierFailureKind> = new Set([
  'REFUSED',
  'UNAUTHORIZED',
  'UNKNOWN_ORDER',
] as const);
/** Not taken either, but not for what it said: a spent budget fills up again. */
const NO_ROOM: ReadonlySet<TradierFailureKind> = new Set(['OVER_QUOTA', 'NOT_SENT'] as const);

/** Of a request that was to change something: did the venue say no, or does nobody know? */
export function refusal(error: unknown): unknown {
  if (!(error instanceof TradierFailure)) return error;
  if (NO_ROOM.has(error.kind)) return new BrokerBusy(error.message);
  return NOT_TAKEN.has(error.kind)
    ? new BrokerRejected(error.message)
    : new BrokerUnreachable(error.message);
}

/** Of a question: whatever came of it, nothing is known. */
export function lost(error: unknown): unknown {
  if (!(error instanceof TradierFailure)) return error;
  return error.kind === 'UNAUTHORIZED'
    ? new TokenRefused(error.message)
    : new BrokerUnreachable(error.message);
}
