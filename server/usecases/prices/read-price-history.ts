import type { Mint } from '../../domain/ids.ts';
import type { Candle, CandleRange } from '../../domain/market/candle.ts';
import { mergeCandles } from '../../domain/market/merge-candles.ts';
import { badInput } from '../../domain/refusal.ts';
import type { PriceSpan } from '../../ports/price-reader.ts';
import type { PriceMinute, PriceMinutes } from '../../ports/price-rounds.ts';

const DAY_MS = 86_400_000;
/** The longest range: a longer one reads more minutes than a user looks at. */
const LONGEST_MS = 14 * DAY_MS;
const MOST_POINTS = 300;

/** What a token cost over time, from the stored minutes of one market. */
export class ReadPriceHistory {
  constructor(private readonly minutes: PriceMinutes) {}

  /** Evenly spread points, the last minute among them. @throws {Refusal} BAD_USER_INPUT for `to`. */
  async points(mint: Mint, { from, to }: PriceSpan): Promise<readonly PriceMinute[]> {
    const minutes = await this.#between(mint, { from, to });
    const every = Math.ceil(minutes.length / MOST_POINTS);
    const last = minutes.length - 1;
    return minutes.filter((_, at) => (last - at) % every === 0);
  }

  /** @throws {Refusal} BAD_USER_INPUT for `to`. */
  async candles(mint: Mint, range: CandleRange): Promise<readonly Candle[]> {
    const minutes = await this.#between(mint, range);
    const candles = minutes.flatMap(({ at, bar }) => (bar ? [{ at, ...bar, volume: null }] : []));
    if (range.interval === 'ONE_MINUTE') return candles;
    return mergeCandles(candles, range.interval);
  }

  #between(mint: Mint, { from, to }: PriceSpan): Promise<readonly PriceMinute[]> {
    const span = to.getTime() - from.getTime();
    if (span <= 0) throw badInput('to', 'The end lies after the beginning.');
    if (span > LONGEST_MS) throw badInput('to', 'A range of a token has at most 14 days.');
    return this.minutes.between(mint, from, to);
  }
}
