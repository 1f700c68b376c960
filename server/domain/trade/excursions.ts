import { Decimal, ZERO } from '../decimal.ts';
import type { Mark } from '../market/mark.ts';
import { directionOf, entryPriceOf, type Trade } from './trade.ts';

export interface Excursions {
  /** The best that the exit side offered, per unit over entry; never below 0. */
  readonly maxFavorableExcursion: Decimal | null;
  /** The worst, per unit under entry, as a negative number; never above 0. */
  readonly maxAdverseExcursion: Decimal | null;
}

/** Widens a trade's excursions by a mark. Sweeney's MAE and MFE, measured at the price one could get out at. */
export function widenExcursions(trade: Trade, mark: Mark): Excursions {
  const entry = entryPriceOf(trade);
  const { maxFavorableExcursion: best, maxAdverseExcursion: worst } = trade;
  if (!entry || !mark.price) return { maxFavorableExcursion: best, maxAdverseExcursion: worst };
  const move = mark.price.minus(entry).times(directionOf(trade.side));
  return {
    maxFavorableExcursion: Decimal.max(best ?? ZERO, move, ZERO),
    maxAdverseExcursion: Decimal.min(worst ?? ZERO, move, ZERO),
  };
}
