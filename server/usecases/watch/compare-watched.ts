import { VENUES } from '../../domain/venue.ts';
import { isShares } from '../../domain/instrument/instrument.ts';
import { isWorking } from '../../domain/order/order-status.ts';
import type { Order } from '../../domain/order/order.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { compareHoldings, flagHoldings } from '../orders/compare-holdings.ts';

/** A stop that was reached waits no longer for what is held. */
const PATIENCE_MS = 2_000;

/**
 * Whether shares whose stop the desk watches are held otherwise than the book has them, as after a split
 * overnight, whose price has reached every old stop. Their trades are under review then, and nothing is
 * sold. While an order of theirs works the two may differ for a moment, and where nobody can say what is
 * held the stop counts.
 */
export async function isHeldOtherwise(
  deps: BookDeps,
  broker: Broker,
  stands: TradeAggregate,
): Promise<boolean> {
  if (VENUES[broker.venue].simulated || !isShares(stands.trade.instrument)) return false;
  if (stands.orders.some(({ status }) => isWorking(status))) return false;
  const asked = compareHoldings(deps, broker, stands);
  const compared = await deps.timers.within(PATIENCE_MS, asked, () => null);
  if (!compared || compared.ours.equals(compared.theirs)) return false;
  if (compared.sameSymbol.flatMap(({ orders }) => orders).some(moves)) return false;
  await flagHoldings(deps, broker, stands, compared);
  return true;
}

/** An entry or a close that works may have changed what is held since it was last heard of. */
function moves({ status, role }: Order): boolean {
  return isWorking(status) && (role === 'ENTRY' || role === 'CLOSE');
}
