import { VENUES } from '../venue.ts';
import { datesBetween } from '../market/bookends.ts';
import { tradingEnd } from '../instrument/contract-hours.ts';
import { sessionHours } from '../calendar/market-calendar.ts';
import { Decimal, ZERO } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { isStale } from '../market/mark-rules.ts';
import { entryPriceOf, type Markable, type Trade } from './trade.ts';
import { directionOf } from '../order/order.ts';

export interface Excursions {
  /** The best price of the exit side, in dollars per unit above entry; never below 0. */
  readonly maxFavorableExcursion: Decimal | null;
  /** The worst price of the exit side, per unit below entry, as a negative number; never above 0. */
  readonly maxAdverseExcursion: Decimal | null;
}

/** Widens a trade's excursions (Sweeney's MAE and MFE) by a price at which an exit was possible, or happened. */
export function widenExcursions(trade: Markable, price: Decimal | null): Excursions {
  const entry = entryPriceOf(trade);
  const { maxFavorableExcursion: best, maxAdverseExcursion: worst } = trade;
  if (!entry || !price) return { maxFavorableExcursion: best, maxAdverseExcursion: worst };
  const move = price.minus(entry).times(directionOf(trade.side));
  return {
    maxFavorableExcursion: Decimal.max(best ?? ZERO, move, ZERO),
    maxAdverseExcursion: Decimal.min(worst ?? ZERO, move, ZERO),
  };
}

/** Measures the same extreme prices from the current entry price instead of the entry price of `before`. */
export function rebaseExcursions(trade: Trade, before: Trade): Excursions {
  const [now, then] = [entryPriceOf(trade), entryPriceOf(before)];
  const { maxFavorableExcursion: best, maxAdverseExcursion: worst } = trade;
  const shift = now && then ? then.minus(now).times(directionOf(trade.side)) : ZERO;
  return {
    maxFavorableExcursion: best && Decimal.max(best.plus(shift), ZERO),
    maxAdverseExcursion: worst && Decimal.min(worst.plus(shift), ZERO),
  };
}

/** The longest gap between two marks of an open market; after a longer one an extreme may have been missed. */
const GAP_MS = 180_000;

/**
 * Whether the gap since the trade's last mark, or since it opened, makes its extremes unknown. Only time in
 * which its market is open counts.
 */
export function spansGap(trade: Markable, at: Date): boolean {
  const since = lastBelieved(trade) ?? trade.openedAt;
  if (!since || at.getTime() - since.getTime() <= GAP_MS) return false;
  return VENUES[trade.venue].alwaysOpen || openBetween(trade.instrument, since, at) > GAP_MS;
}

/** When the last mark was true: a mark that was already stale on arrival counts from its source time. */
function lastBelieved({ mark }: Markable): Date | null {
  if (!mark?.receivedAt) return null;
  return isStale(mark, mark.receivedAt) ? mark.sourceTime : mark.receivedAt;
}

/** Milliseconds of the instrument's regular session between two instants. */
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
