import { isFiner } from '../../domain/bars/aggregate.ts';
import { instrumentOf } from '../../domain/bars/instrument-of.ts';
import { CANDLE_MS, type CandleInterval } from '../../domain/market/candle.ts';
import { badInput } from '../../domain/refusal.ts';
import type { DataSeries, DataSet } from '../../ports/data-sets.ts';
import type { BacktestTerms } from './asked-backtest.ts';

export interface WantedInterval {
  /** The interval of the run, else of its strategy; null: neither names one. */
  readonly named: CandleInterval | null;
  /** The interval of its kind, taken where the data have it. Left out: the finest. */
  readonly usual?: CandleInterval;
}

export interface ChosenSeries {
  readonly series: readonly DataSeries[];
  /** What the strategy sees; null: quotes only. */
  readonly interval: CandleInterval | null;
}

/**
 * The series of a set that a run may read: those of its symbols, of their underlyings, and the contracts on them.
 * @throws {Refusal} BAD_USER_INPUT for `symbols`, `interval`, `from`, `to`: the set has no such data.
 */
export function chooseSeries(
  set: Pick<DataSet, 'name'> & { readonly series: readonly DataSeries[] },
  { symbols, from, to }: Pick<BacktestTerms, 'symbols' | 'from' | 'to'>,
  wanted: WantedInterval,
): ChosenSeries {
  const own = set.series.filter(({ symbol }) => symbols.includes(symbol));
  const absent = symbols.find((symbol) => !own.some((each) => each.symbol === symbol));
  if (absent !== undefined)
    throw badInput('symbols', `The data set ${set.name} has nothing of ${absent}.`);
  const interval = intervalOf(own, wanted);
  const traded = own.filter((each) => each.kind === 'quotes' || interval !== null);
  if (!traded.some((each) => each.to >= new Date(from)))
    throw badInput('from', 'The data end before the beginning.');
  if (!traded.some((each) => each.from < new Date(to)))
    throw badInput('to', 'The data begin after the end.');
  const underlyings = new Set(
    symbols.flatMap((symbol) => [symbol, instrumentOf(symbol).underlying]),
  );
  const series = set.series.filter(
    ({ symbol }) => underlyings.has(symbol) || underlyings.has(instrumentOf(symbol).underlying),
  );
  return { series, interval };
}

/** The interval that is named, else the kind's, else the finest that all symbols have bars for. */
function intervalOf(
  own: readonly DataSeries[],
  { named, usual }: WantedInterval,
): CandleInterval | null {
  const bars = own.filter(({ kind }) => kind === 'bars');
  if (bars.length === 0) {
    if (named !== null) throw badInput('interval', 'The data have quotes and no bars.');
    return null;
  }
  const symbols = [...new Set(bars.map(({ symbol }) => symbol))];
  const has = (symbol: string, interval: CandleInterval) =>
    bars.some(
      (each) =>
        each.symbol === symbol && (each.interval === interval || isFiner(each.interval!, interval)),
    );
  if (named === null) {
    const intervals = Object.keys(CANDLE_MS) as CandleInterval[];
    const common = intervals.filter((each) => symbols.every((symbol) => has(symbol, each)));
    const [finest] = common;
    if (!finest) throw badInput('interval', 'The symbols have no interval in common.');
    return usual && common.includes(usual) ? usual : finest;
  }
  const lacking = symbols.find((symbol) => !has(symbol, named));
  if (lacking !== undefined)
    throw badInput('interval', `The data have no bars of ${lacking} with so short an interval.`);
  return named;
}
