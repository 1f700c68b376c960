import { setImmediate as breathe } from 'node:timers/promises';
import { addDays } from '../../domain/calendar/calendar-date.ts';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { newYorkInstant } from '../../domain/calendar/new-york-time.ts';
import { Decimal } from '../../domain/decimal.ts';
import { CANDLE_MS, type Candle, type CandleRange } from '../../domain/market/candle.ts';

/** Samples of the path per candle, including start and end. */
const LOOKS = 7;
const CANDLES_AT_A_TIME = 100;

/**
 * Candles of the simulated path. They sample fixed instants, so they are the same whenever and wherever they
 * are requested; the current candle ends now.
 */
export async function simulatedCandles(
  range: CandleRange,
  now: Date,
  midAt: (instant: Date) => Decimal | null,
): Promise<readonly Candle[]> {
  const candles: Candle[] = [];
  const starts = startsOf(range).filter(([start]) => start <= now);
  for (const [index, [start, end]] of starts.entries()) {
    // Pricing thousands of options in one go would block all other work.
    if (index % CANDLES_AT_A_TIME === CANDLES_AT_A_TIME - 1) await breathe();
    const candle = candleOf(start, looksAt(start, end, now), midAt);
    if (candle) candles.push(candle);
  }
  return candles;
}

function candleOf(
  at: Date,
  instants: readonly Date[],
  midAt: (instant: Date) => Decimal | null,
): Candle | null {
  const prices = instants.map(midAt).filter((price) => price !== null);
  const [open, close] = [prices[0], prices.at(-1)];
  if (!open || !close) return null;
  const [high, low] = [Decimal.max(...prices), Decimal.min(...prices)];
  return { at, open, high, low, close, volume: null };
}

function looksAt(start: Date, end: Date, now: Date): readonly Date[] {
  const step = (end.getTime() - start.getTime()) / (LOOKS - 1);
  const all = Array.from({ length: LOOKS }, (_, n) => new Date(start.getTime() + n * step));
  return end <= now ? all : [...all.filter((instant) => instant < now), now];
}

function startsOf({ interval, from, to }: CandleRange): readonly (readonly [Date, Date])[] {
  const starts: [Date, Date][] = [];
  if (interval === 'ONE_DAY') {
    for (let date = exchangeDate(from); newYorkInstant(date, 0) < to; date = addDays(date, 1))
      starts.push([newYorkInstant(date, 0), newYorkInstant(addDays(date, 1), 0)]);
    return starts.filter(([start]) => start >= from);
  }
  const length = CANDLE_MS[interval];
  const first = Math.ceil(from.getTime() / length) * length;
  for (let start = first; start < to.getTime(); start += length)
    starts.push([new Date(start), new Date(start + length)]);
  return starts;
}
