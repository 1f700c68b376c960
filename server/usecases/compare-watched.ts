import { isWorking } from '../domain/order/order-status.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import type { Broker } from '../ports/broker.ts';
import type { BookDeps } from './book-deps.ts';
import { compareHoldings, flagHoldings } from './compare-holdings.ts';

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
  if (stands.trade.instrument.assetClass !== 'EQUITY') return false;
  if (stands.orders.some(({ status }) => isWorking(status))) return false;
  const compared = await compareHoldings(deps, broker, stands);
  if (!compared || compared.ours.equals(compared.theirs)) return false;
  const orders = compared.sameSymbol.flatMap((each) => each.orders);
  if (
    orders.some(
      ({ status, role }) => isWorking(status) && role !== 'STOP_LOSS' && role !== 'TAKE_PROFIT',
    )
  )
    return false;
  await flagHoldings(deps, broker, stands, compared);
  return true;
}
