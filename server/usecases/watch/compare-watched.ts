import { VENUES } from '../../domain/venue.ts';
import { isShares } from '../../domain/instrument/instrument.ts';
import { isWorking } from '../../domain/order/order-status.ts';
import type { Order } from '../../domain/order/order.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { compareHoldings, flagHoldings } from '../orders/compare-holdings.ts';

/** The longest that a reached stop waits for the comparison, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * Whether the account holds another quantity of watched shares than the book, as after an overnight split,
 * whose price reaches every old stop. Then their trades go under review and nothing is sold. False while one
 * of their orders works, because both may differ for a moment, and when the holding is unknown: the stop
 * counts.
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

/** A working entry or close may have changed the position since it was last reported. */
function moves({ status, role }: Order): boolean {
  return isWorking(status) && (role === 'ENTRY' || role === 'CLOSE');
}
