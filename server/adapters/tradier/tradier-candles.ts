import type { z } from 'zod';
import { addDays } from '../../domain/calendar/calendar-date.ts';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { newYorkDate, newYorkInstant } from '../../domain/calendar/new-york-time.ts';
import {
  ascending,
  type Candle,
  type CandleInterval,
  type CandleRange,
} from '../../domain/market/candle.ts';
import { mergeCandles } from '../../domain/market/merge-candles.ts';
import type { RowReader } from '../wire/row-reader.ts';
import type { Fields } from './tradier-client.ts';
import { candleDay, historyReply, timesalesReply, timesalesRow } from './tradier-market-schema.ts';

type Read = <Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  query: Fields,
) => Promise<z.output<Shape>>;

/** Reads Tradier's answers and their rows. */
interface Wire {
  readonly read: Read;
  readonly rows: RowReader;
}

/** Tradier's name for an interval, and the days back for which it has regular sessions. */
const SERIES: Record<Exclude<CandleInterval, 'ONE_DAY'>, { name: string; days: number }> = {
  ONE_MINUTE: { name: '1min', days: 20 },
  FIVE_MINUTES: { name: '5min', days: 40 },
  FIFTEEN_MINUTES: { name: '15min', days: 40 },
  ONE_HOUR: { name: '15min', days: 40 },
};

/** Candles of regular sessions. Spans beyond Tradier's history are left out. */
export async function tradierCandles(
  wire: Wire,
  range: CandleRange,
  now: Date,
): Promise<readonly Candle[]> {
  const { interval, from, to } = range;
  const candles = interval === 'ONE_DAY' ? await days(wire, range) : await series(wire, range, now);
  return ascending(candles).filter(({ at }) => at >= from && at < to);
}

async function days(wire: Wire, range: CandleRange): Promise<readonly Candle[]> {
  const { symbol, from, to } = range;
  const query = { symbol, interval: 'daily', start: newYorkDate(from), end: newYorkDate(to) };
  const { history } = await wire.read('/markets/history', historyReply, query);
  return wire.rows
    .of(questionOf(range), candleDay, history)
    .read.flatMap(({ date, ...prices }) => candle(newYorkInstant(date, 0), prices));
}

async function series(wire: Wire, range: CandleRange, now: Date): Promise<readonly Candle[]> {
  const { symbol, interval, from, to } = range;
  const { name, days: reach } = SERIES[interval as keyof typeof SERIES];
  const earliest = newYorkInstant(addDays(exchangeDate(now), -reach), 0);
  const start = from > earliest ? from : earliest;
  if (start >= to) return [];
  const times = { start: wallTime(start), end: wallTime(to) };
  const query = { symbol, interval: name, ...times, session_filter: 'open' };
  const { series: rows } = await wire.read('/markets/timesales', timesalesReply, query);
  const candles = wire.rows
    .of(questionOf(range), timesalesRow, rows)
    .read.flatMap(({ timestamp, ...prices }) => candle(new Date(timestamp * 1000), prices));
  return interval === 'ONE_HOUR' ? mergeCandles(ascending(candles), 'ONE_HOUR') : candles;
}

function questionOf({ interval, symbol }: CandleRange): string {
  return `${interval} candles of ${symbol}`;
}

/** An interval without a trade has no prices and is no candle. */
function candle(at: Date, prices: { [K in keyof Omit<Candle, 'at'>]: Candle[K] | null }): Candle[] {
  const { open, high, low, close, volume } = prices;
  return open && high && low && close ? [{ at, open, high, low, close, volume }] : [];
}

/** `YYYY-MM-DD HH:mm` in New York. */
function wallTime(instant: Date): string {
  const date = newYorkDate(instant);
  const minutes = Math.floor((instant.getTime() - newYorkInstant(date, 0).getTime()) / 60_000);
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${date} ${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}
