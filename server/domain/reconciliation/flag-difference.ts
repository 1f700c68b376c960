import { isShares } from '../instrument/instrument.ts';
import type { Doubt } from '../trade/doubt.ts';
import { positionRatio } from '../trade/split-evidence.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import type { Difference, LikelyCause } from './why-differs.ts';

/**
 * Puts a trade under review whose account holds otherwise than the book, with what most likely did it.
 * `history`: what the account's own statement says.
 */
export function flagDifference(
  draft: TradeDraft,
  difference: Difference,
  { likely, history }: { likely: LikelyCause; history: string },
): void {
  const reason = `${likely.words} ${history}`;
  if (draft.trade.reason === reason) return;
  const doubt = doubtOf(draft, difference, likely);
  draft.resolve('FOREIGN_CHANGE').askForReview(reason, { doubt }, 'FOREIGN_CHANGE');
}

function doubtOf({ trade, at }: TradeDraft, difference: Difference, likely: LikelyCause): Doubt {
  const { ours, theirs } = difference;
  const shares = isShares(trade.instrument);
  const ratio = likely.split ?? (shares ? positionRatio(ours, theirs) : null);
  return {
    ...{ ours, theirs, at },
    ...{ cause: likely.cause, successor: likely.successor },
    ...{ newShares: ratio?.newShares ?? null, oldShares: ratio?.oldShares ?? null },
  };
}
