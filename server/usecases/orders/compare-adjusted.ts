import { recordComparison } from '../../domain/reconciliation/record-comparison.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade } from '../steps/change-trade.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { compareHoldings, flagHoldings } from './compare-holdings.ts';
import { awaitsComparison } from './is-quiet.ts';

export const RECORD_COMPARISON: ChangeKind<object> = {
  name: 'RECORD_COMPARISON',
  take: recordComparison,
};

/**
 * When the venue changed exits by itself, reads what the account holds before anything is sent. If the
 * holding changed too, the symbol's trades go under review; if not, a person chooses whose terms count. While
 * positions cannot be read completely, or an order may be filling, it does nothing and the next look asks
 * again.
 */
export async function compareAdjusted(
  deps: BookDeps,
  broker: Broker,
  stands: TradeAggregate,
): Promise<TradeAggregate> {
  if (!awaitsComparison(stands)) return stands;
  const { id, username } = stands.trade;
  const compared = await compareHoldings(deps, broker, stands);
  if (!compared) return stands;
  if (compared.ours.equals(compared.theirs)) {
    const by = { at: deps.clock.now(), actor: 'venue' };
    return changeTrade(deps, { username, id }, by, RECORD_COMPARISON, () => ({}));
  }
  await flagHoldings(deps, broker, stands, compared);
  return (await deps.book.read(username).trade(id)) ?? stands;
}
