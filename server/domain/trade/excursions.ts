import { VENUES } from '../venue.ts';
import { datesBetween } from '../market/bookends.ts';
import { tradingEnd } from '../instrument/contract-hours.ts';
import { sessionHours } from '../calendar/market-calendar.ts';
import { Decimal, ZERO } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { isStale } from '../market/mark-rules.ts';
import { entryPriceOf, type Trade } from './trade.ts';
import { directionOf } from '../order/order.ts';

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

/** The same extremes of price, measured from the entry as it is now instead of as it was `before`. */
export function rebaseExcursions(trade: Trade, before: Trade): Excursions {
  const [now, then] = [entryPriceOf(trade), entryPriceOf(before)];
  const { maxFavorableExcursion: best, maxAdverseExcursion: worst } = trade;
  const shift = now && then ? then.minus(now).times(directionOf(trade.side)) : ZERO;
  return {
    maxFavorableExcursion: best && Decimal.max(best.plus(shift), ZERO),
    maxAdverseExcursion: worst && Decimal.min(worst.plus(shift), ZERO),
  };
}

/** Longer than this between two marks of an open market, and an extreme may have been missed. */
const GAP_MS = 180_000;

/**
 * Whether nobody looked at a trade for so long, while its market was open, that its extremes are not
 * known: since its last mark, or since it was opened.
 */
export function spansGap(trade: Trade, at: Date): boolean {
  const since = lastBelieved(trade) ?? trade.openedAt;
  if (!since || at.getTime() - since.getTime() <= GAP_MS) return false;
  return VENUES[trade.venue].alwaysOpen || openBetween(trade.instrument, since, at) > GAP_MS;
}

/** A mark that was stale when it came tells of the moment that it was true at. */
function lastBelieved({ mark }: Trade): Date | null {
  if (!mark?.receivedAt) return null;
  return isStale(mark, mark.receivedAt) ? mark.sourceTime : mark.receivedAt;
}

/** Milliseconds of the instrument's regular session from one instant to another. */
function openBetween(instrument: Instrument, from: Date, to: Date): number {
  let open = 0;
  for (const day of datesBetween(from, to)) {
    const opens = sessionHours(day)?.open;
    const closes = tradingEnd(instrument, day);
    if (!opens || !closes) continue;
    const start = Math.max(opens.getTime(), from.getTime());
    open += Math.max(0, Math.min(closes.getTime(), to.getTime()) - start);
  }
  return open;
}
