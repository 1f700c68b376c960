import { Decimal, ZERO } from '../decimal.ts';
import { directionOf, entryPriceOf, type Trade } from './trade.ts';

export interface Excursions {
  /** The best that the exit side offered, per unit over entry; never below 0. */
  readonly maxFavorableExcursion: Decimal | null;
  /** The worst, per unit under entry, as a negative number; never above 0. */
  readonly maxAdverseExcursion: Decimal | null;
}

/**
 * Widens a trade's excursions by a price that one could get, or got, out at. Sweeney's MAE and MFE.
 */
export function widenExcursions(trade: Trade, price: Decimal | null): Excursions {
  const entry = entryPriceOf(trade);
  const { maxFavorableExcursion: best, maxAdverseExcursion: worst } = trade;
  if (!entry || !price) return { maxFavorableExcursion: best, maxAdverseExcursion: worst };
  const move = price.minus(entry).times(directionOf(trade.side));
  return {
    maxFavorableExcursion: Decimal.max(best ?? ZERO, move, ZERO),
    maxAdverseExcursion: Decimal.min(worst ?? ZERO, move, ZERO),
  };
}
