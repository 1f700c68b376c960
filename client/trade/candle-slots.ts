import type { CandlePartsFragment } from '../gql/graphql.ts';
import { dayOf, EXCHANGE_ZONE } from '../lib/times.ts';
import type { ChartCandle, ChartPoint, GridSlot } from './chart-point.ts';

const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);

/** The instrument's candles, each with the close of its underlying, oldest first. */
export function chartCandles(
  own: readonly CandlePartsFragment[],
  beneath: readonly CandlePartsFragment[],
): ChartCandle[] {
  const under = new Map(beneath.map(({ at, close }) => [seconds(at), Number(close)]));
  return own.map(({ at, open, high, low, close }) => ({
    at: seconds(at),
    open: Number(open),
    high: Number(high),
    low: Number(low),
    close: Number(close),
    underlying: under.get(seconds(at)) ?? null,
  }));
}

/**
 * A slot for each candle. Within an exchange day, times without trades get empty slots, so each hour has the
 * same width. Nights and weekends get none.
 */
export function candleSlots(candles: readonly ChartCandle[], step: number): GridSlot[] {
  const slots: GridSlot[] = [];
  const day = (at: number) => dayOf(at * 1000, EXCHANGE_ZONE);
  candles.forEach((candle, i) => {
    const before = candles[i - 1];
    if (before && day(before.at) === day(candle.at)) {
      for (let at = before.at + step; at < candle.at; at += step)
        slots.push({ at, point: null, beforeGap: false });
    }
    slots.push({ at: candle.at, point: pointOf(candle), beforeGap: false });
  });
  return slots;
}

function pointOf(candle: ChartCandle): ChartPoint {
  return { at: candle.at, price: candle.close, underlying: candle.underlying, candle };
}
