import { bookSplit, type Holdings } from '../../domain/reports/book-split.ts';
import { TradeDraft } from '../../domain/trade/trade-draft.ts';
import { entryPriceOf, type Trade } from '../../domain/trade/trade.ts';
import { directionOf } from '../../domain/order/order.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { splitRatioOf } from './book-split.ts';
import { admitTouching } from '../steps/touching.ts';
import { checkVersion, ownTrade } from '../steps/own-trade.ts';
import { actorName } from '../steps/refuse.ts';
import type { SplitPreview } from '../../ports/split-preview.ts';
import type { BookSplitInput } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { holdingsOf } from '../orders/venue-holding.ts';
import { brokerOfTrade } from '../steps/venue-of.ts';

/** What booking a split would do to a trade. Nothing is stored. @throws {Refusal} as booking does. */
export async function previewSplit(
  deps: BookDeps,
  actor: Actor,
  input: BookSplitInput,
): Promise<SplitPreview> {
  const stored = await ownTrade(deps.book.read(actor.username), input.id);
  await admitTouching(deps, actor, 'WORD');
  checkVersion(stored, input.expectedVersion);
  const broker = await brokerOfTrade(deps, stored.trade);
  const holdings = await holdingsOf(deps, broker, stored.trade);
  const draft = TradeDraft.of(stored, deps.clock.now(), actorName(actor));
  bookSplit(draft, splitRatioOf(input), holdings, null);
  return previewOf(stored.trade, draft.trade, holdings);
}

function previewOf(before: Trade, after: Trade, { ours, theirs }: Holdings): SplitPreview {
  const grown = after.openQuantity.minus(before.openQuantity).times(directionOf(before.side));
  return {
    quantityBefore: before.openQuantity,
    quantityAfter: after.openQuantity,
    entryPriceBefore: entryPriceOf(before),
    entryPriceAfter: entryPriceOf(after),
    valueBefore: before.openCost,
    valueAfter: after.openCost,
    stopLossAfter: after.bracket.stopLoss,
    takeProfitAfter: after.bracket.takeProfit,
    bookQuantity: ours.plus(grown),
    venueQuantity: theirs,
  };
}
