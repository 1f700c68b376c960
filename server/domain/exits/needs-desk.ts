import { waitsAtDesk } from '../order/waits-at-desk.ts';
import { heldByDesk } from '../trade/held-by-desk.ts';
import { isUnprotected } from '../trade/standing-exits.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import { isWatched } from './exit-signal.ts';

/**
 * Whether the desk itself may have to exit a trade: its stop trails, no venue holds one of its exits, it has no
 * stop at all, or one of its orders waits at the desk. The answer changes only with an event.
 */
export function needsDesk(aggregate: TradeAggregate): boolean {
  const { phase, trail } = aggregate.trade;
  if (heldByDesk(aggregate.trade) && aggregate.orders.some(waitsAtDesk)) return true;
  if (phase !== 'OPEN') return false;
  return trail !== null || isWatched(aggregate) || isUnprotected(aggregate);
}
