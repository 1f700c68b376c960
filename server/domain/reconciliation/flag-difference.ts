import { sameDecimal } from '../decimal.ts';
import type { History } from '../order/describe-statement.ts';
import { isShares } from '../instrument/instrument.ts';
import type { Doubt } from '../trade/doubt.ts';
import { awaitedHistory } from '../trade/older-sentences.ts';
import { positionRatio } from '../trade/split-evidence.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import type { Trade } from '../trade/trade.ts';
import type { Difference, LikelyCause } from './why-differs.ts';

/**
 * Puts a trade under review when its account differs from the book, with the likely cause. `history`: what
 * the account's own statement says. A doubt already on record is not recorded again.
 */
export function flagDifference(
  draft: TradeDraft,
  difference: Difference,
  { likely, history }: { likely: LikelyCause; history: History },
): void {
  const doubt = { ...doubtOf(draft, difference, likely), awaitsHistory: history.isAwaited };
  if (isOnRecord(draft.trade, doubt)) return;
  const reason = `${likely.words} ${history.words}`;
  draft.resolve('FOREIGN_CHANGE').askForReview(reason, { doubt }, 'FOREIGN_CHANGE');
}

/** Whether the account's history has not explained yet why the trade is under review. */
export function awaitsHistory(trade: Trade): boolean {
  return trade.doubt?.awaitsHistory ?? awaitedHistory(trade);
}

function isOnRecord(trade: Trade, doubt: Doubt): boolean {
  const before = trade.doubt;
  if (trade.status !== 'NEEDS_REVIEW' || !before) return false;
  const same = before.cause === doubt.cause && before.successor === doubt.successor;
  const quantities = ['ours', 'theirs', 'newShares', 'oldShares'] as const;
  const equal = quantities.every((each) => sameDecimal(before[each], doubt[each]));
  return same && equal && awaitsHistory(trade) === doubt.awaitsHistory;
}

function doubtOf(
  { trade, at }: TradeDraft,
  difference: Difference,
  likely: LikelyCause,
): Omit<Doubt, 'awaitsHistory'> {
  const { ours, theirs } = difference;
  const shares = isShares(trade.instrument);
  const ratio = likely.split ?? (shares ? positionRatio(ours, theirs) : null);
  return {
    ...{ ours, theirs, at },
    ...{ cause: likely.cause, successor: likely.successor },
    ...{ newShares: ratio?.newShares ?? null, oldShares: ratio?.oldShares ?? null },
  };
}
