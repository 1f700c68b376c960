import { isUnprotected } from '../trade/standing-exits.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import { isWatched } from './exit-signal.ts';

/**
 * Whether the desk itself may have to hold to an open trade: its stop trails, no venue holds one of its exits,
 * or nothing protects it. It depends on nothing that moves without an event.
 */
export function needsDesk(aggregate: TradeAggregate): boolean {
  const { phase, trail } = aggregate.trade;
  if (phase !== 'OPEN') return false;
  return trail !== null || isWatched(aggregate) || isUnprotected(aggregate);
}
