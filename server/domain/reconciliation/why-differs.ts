import { ZERO, type Decimal } from '../decimal.ts';
import { isSameSymbol } from '../instrument/share-class.ts';
import type { Instrument, OptionContract } from '../instrument/instrument.ts';
import { parseOccSymbol } from '../instrument/occ-symbol.ts';
import { isAdjusted } from '../instrument/option-product.ts';
import type { VenuePosition } from '../order/venue-order.ts';
import type { DoubtCause } from '../trade/doubt.ts';
import { heldOf } from '../trade/held-of.ts';
import { sharesDue } from '../expiry/shares-due.ts';
import { splitEvidence } from '../trade/split-evidence.ts';
import type { SplitRatio } from '../trade/split-ratio.ts';
import { successorOf } from './successor.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/** The venue's and the book's position in a symbol, signed. */
export interface Difference {
  readonly symbol: string;
  readonly ours: Decimal;
  readonly theirs: Decimal;
}

/** Why a position differs, judged by evidence in the account itself. */
export interface LikelyCause {
  readonly cause: DoubtCause;
  /** One sentence. */
  readonly words: string;
  readonly split: SplitRatio | null;
  readonly successor: string | null;
}

type Found = Omit<LikelyCause, 'split' | 'successor'> & Partial<LikelyCause>;

export function whyDiffers(
  difference: Difference,
  positions: readonly VenuePosition[],
  active: readonly TradeAggregate[],
): LikelyCause {
  const found: Found = split(difference, active) ??
    adjustedInto(difference.symbol, positions) ??
    succeeded(difference, positions, active) ??
    assignedEarly(difference, positions, active) ?? {
      cause: 'SOMEBODY',
      words: 'somebody else changed it',
    };
  const { symbol, ours, theirs } = difference;
  const words = `The venue holds ${theirs.toFixed()} of ${symbol}, this book ${ours.toFixed()}: ${found.words}.`;
  return { split: null, successor: null, ...found, words };
}

/** A split: the exits' prices changed by the reciprocal of the position's ratio. */
function split(
  { symbol, ours, theirs }: Difference,
  active: readonly TradeAggregate[],
): Found | null {
  const ratio = splitEvidence(symbol, [ours, theirs], active);
  if (!ratio) return null;
  const { newShares, oldShares } = ratio;
  const words = `a split of ${newShares.toFixed()} for ${oldShares.toFixed()} is likely, for the prices of its exits changed to match`;
  return { cause: 'SPLIT', words, split: ratio };
}

/** An adjusted contract: a corporate action keeps the terms and gives the contract another root. */
function adjustedInto(symbol: string, positions: readonly VenuePosition[]): Found | null {
  const ours = parseOccSymbol(symbol);
  const found = positions.find((position) => {
    const theirs = parseOccSymbol(position.symbol);
    return ours && theirs && !position.quantity.isZero() && isAdjustmentOf(theirs, ours);
  });
  if (!found) return null;
  const words = `it was adjusted, for the account holds ${found.quantity.toFixed()} of ${found.symbol}`;
  return { cause: 'ADJUSTED_CONTRACT', words, successor: found.symbol };
}

function isAdjustmentOf(theirs: OptionContract, ours: OptionContract): boolean {
  const same = theirs.underlying === ours.underlying && theirs.expiration === ours.expiration;
  return isAdjusted(theirs) && !isAdjusted(ours) && same && theirs.right === ours.right;
}

/** A successor: the shares are gone, and others have taken their place. */
function succeeded(
  { symbol, ours, theirs }: Difference,
  positions: readonly VenuePosition[],
  active: readonly TradeAggregate[],
): Found | null {
  const found = theirs.isZero() ? successorOf(symbol, ours, positions, active) : null;
  if (!found) return null;
  const { quantity, symbol: successor, renamed } = found;
  const words = renamed
    ? `a change of its symbol is likely, for the account holds ${quantity.toFixed()} of ${successor}`
    : `another share most likely took its place, for the account holds ${quantity.toFixed()} of ${successor}`;
  return { cause: renamed ? 'SYMBOL_CHANGE' : 'SUCCESSOR', words, successor };
}

/** An early assignment: a short contract is gone, and exactly the shares of its assignment moved. */
function assignedEarly(
  { symbol, ours, theirs }: Difference,
  positions: readonly VenuePosition[],
  active: readonly TradeAggregate[],
): Found | null {
  const contract: Instrument | null = parseOccSymbol(symbol);
  const gone = theirs.minus(ours);
  if (!contract || !ours.isNegative() || !gone.greaterThan(0)) return null;
  const due = sharesDue({ side: 'SELL_TO_OPEN', openQuantity: gone }, contract);
  const { underlying } = contract;
  const shares =
    positions.find((position) => isSameSymbol(position.symbol, underlying))?.quantity ?? ZERO;
  const beyond = shares.minus(heldOf(active, underlying));
  if (due.isZero() || !beyond.equals(due)) return null;
  const more = due.isNegative() ? 'fewer' : 'more';
  const words = `it was assigned early, for the account also holds ${due.abs().toFixed()} ${underlying} ${more} than this book`;
  return { cause: 'ASSIGNMENT', words };
}
