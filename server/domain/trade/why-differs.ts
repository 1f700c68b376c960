import { ZERO, type Decimal } from '../decimal.ts';
import { isSameSymbol } from '../instrument/share-class.ts';
import type { Instrument, OptionContract } from '../instrument/instrument.ts';
import { parseOccSymbol } from '../instrument/occ-symbol.ts';
import { isAdjusted } from '../instrument/option-product.ts';
import type { VenuePosition } from '../order/venue-order.ts';
import { sharesDue } from './shares-due.ts';
import { heldOf } from './held-of.ts';
import type { TradeAggregate } from './trade.ts';

/** What a venue holds of a symbol and what the book does, signed. */
export interface Difference {
  readonly symbol: string;
  readonly ours: Decimal;
  readonly theirs: Decimal;
}

/** A sentence on a position that differs, with the evidence that the account itself gives for a cause. */
export function whyDiffers(
  { symbol, ours, theirs }: Difference,
  positions: readonly VenuePosition[],
  active: readonly TradeAggregate[],
): string {
  const cause =
    adjustedInto(symbol, positions) ??
    assignedEarly({ symbol, ours, theirs }, positions, active) ??
    'somebody else changed it';
  return `The venue holds ${theirs.toFixed()} of ${symbol}, this book ${ours.toFixed()}: ${cause}.`;
}

/** A corporate action leaves the terms and gives the contract another root. */
function adjustedInto(symbol: string, positions: readonly VenuePosition[]): string | null {
  const ours = parseOccSymbol(symbol);
  const found = positions.find((position) => {
    const theirs = parseOccSymbol(position.symbol);
    return ours && theirs && !position.quantity.isZero() && isAdjustmentOf(theirs, ours);
  });
  return found
    ? `it was adjusted, for the account holds ${found.quantity.toFixed()} of ${found.symbol}`
    : null;
}

function isAdjustmentOf(theirs: OptionContract, ours: OptionContract): boolean {
  const same = theirs.underlying === ours.underlying && theirs.expiration === ours.expiration;
  return isAdjusted(theirs) && !isAdjusted(ours) && same && theirs.right === ours.right;
}

/** A short contract went, and just the shares came or went that its assignment moves. */
function assignedEarly(
  { symbol, ours, theirs }: Difference,
  positions: readonly VenuePosition[],
  active: readonly TradeAggregate[],
): string | null {
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
  return `it was assigned early, for the account also holds ${due.abs().toFixed()} ${underlying} ${more} than this book`;
}
