import type { Decimal } from '../decimal.ts';
import { CANDLE_MS, type Candle, type CandleRange } from '../market/candle.ts';
import { openMs } from './open-ms.ts';
import type { Claim, Forecast, ForecastStatus } from './forecast.ts';

/** What decided a forecast. */
export interface Decided {
  readonly status: Extract<ForecastStatus, 'CAME_TRUE' | 'CAME_FALSE'>;
  readonly price: Decimal;
  readonly at: Date;
  readonly bars: number | null;
}

const BAR_MS = CANDLE_MS.ONE_MINUTE;
/** How long a price counts: an older one says nothing about an instant. */
const PRICE_HOLDS_MS = 5 * BAR_MS;
/** The longest silence of an open market after which it is still known which prices were reached. */
const LONGEST_GAP_MS = 30 * BAR_MS;

/** Decides a forecast by the official close of its date. */
export function decideByClose(
  { side, level }: Pick<Claim, 'side' | 'level'>,
  close: { readonly price: Decimal; readonly sourceTime: Date },
): Decided {
  const { price, sourceTime: at } = close;
  return { status: statusOf(isOnSide(side, level, price)), price, at, bars: null };
}

/** The one-minute bars that decide a forecast; bars that began before it was recorded do not count. */
export function deciding({ claim, symbol, recordedAt, horizon }: Forecast): CandleRange {
  const firstWhole = Math.ceil(recordedAt.getTime() / BAR_MS) * BAR_MS;
  const lately = horizon.getTime() - PRICE_HOLDS_MS - BAR_MS;
  const from = new Date(claim === 'AT_INSTANT' ? Math.max(firstWhole, lately) : firstWhole);
  return { symbol, interval: 'ONE_MINUTE', from, to: horizon };
}

/** Decides a forecast by the bars of `deciding`, oldest first; null where they do not say. */
export function decideByBars(
  forecast: Forecast,
  bars: readonly Candle[],
  alwaysOpen: boolean,
): Decided | null {
  const { from, to } = deciding(forecast);
  const counted = bars.filter(({ at }) => at >= from && endOf({ at }) <= to);
  if (forecast.claim === 'AT_INSTANT') return atInstant(forecast, counted);
  return alongPath(forecast, counted, { from, alwaysOpen });
}

function atInstant({ side, level, horizon }: Forecast, bars: readonly Candle[]): Decided | null {
  const last = bars.at(-1);
  if (!last || horizon.getTime() - endOf(last).getTime() > PRICE_HOLDS_MS) return null;
  const status = statusOf(isOnSide(side, level, last.close));
  return { status, price: last.close, at: endOf(last), bars: bars.length };
}

/** Decides a TARGET_FIRST. Where one bar reaches target and stop, the stop counts. */
function alongPath(
  { level, stop, horizon }: Forecast,
  bars: readonly Candle[],
  path: { readonly from: Date; readonly alwaysOpen: boolean },
): Decided | null {
  if (!stop) return null;
  const up = level.greaterThan(stop);
  const silent = (from: Date, to: Date) => openMs(from, to, path.alwaysOpen) > LONGEST_GAP_MS;
  let known = path.from;
  for (const [index, bar] of bars.entries()) {
    if (silent(known, bar.at)) return null;
    const told = { at: bar.at, bars: index + 1 };
    if (reaches(bar, stop, !up)) return { status: 'CAME_FALSE', price: stop, ...told };
    if (reaches(bar, level, up)) return { status: 'CAME_TRUE', price: level, ...told };
    known = endOf(bar);
  }
  const last = bars.at(-1);
  if (!last || silent(known, horizon)) return null;
  return { status: 'CAME_FALSE', price: last.close, at: known, bars: bars.length };
}

function reaches({ high, low }: Candle, price: Decimal, above: boolean): boolean {
  return above ? high.greaterThanOrEqualTo(price) : low.lessThanOrEqualTo(price);
}

function isOnSide(side: Claim['side'], level: Decimal, price: Decimal): boolean {
  return side === 'AT_OR_BELOW'
    ? price.lessThanOrEqualTo(level)
    : price.greaterThanOrEqualTo(level);
}

function statusOf(cameTrue: boolean): Decided['status'] {
  return cameTrue ? 'CAME_TRUE' : 'CAME_FALSE';
}

function endOf({ at }: Pick<Candle, 'at'>): Date {
  return new Date(at.getTime() + BAR_MS);
}
