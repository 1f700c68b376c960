import { aggregate, isFiner } from '../bars/aggregate.ts';
import type { BarColumns } from '../bars/bar-columns.ts';
import { instrumentOf } from '../bars/instrument-of.ts';
import { digitsBySymbol } from '../bars/quote-table.ts';
import { CANDLE_MS, type CandleInterval } from '../market/candle.ts';
import type { BacktestData, BacktestInput } from './backtest-input.ts';
import { Market } from './market.ts';
import { Series } from './series.ts';

/** Every market that a run may touch, and the bars that move it. */
export interface Universe {
  readonly markets: ReadonlyMap<string, Market>;
  /** The bars of those markets that have any, sorted by symbol. */
  readonly series: readonly Series[];
  readonly chains: ReadonlyMap<string, readonly Market[]>;
}

/** Builds a run's universe. @throws {RangeError} for a symbol without data, or with bars longer than the interval. */
export function universeOf(input: BacktestInput, data: BacktestData): Universe {
  const quoted = data.quotes ? digitsBySymbol(data.quotes) : new Map<string, number>();
  const traded = new Set(input.symbols);
  const underlyings = [...quoted.keys(), ...traded]
    .map(instrumentOf)
    .filter(({ contract }) => contract)
    .map(({ underlying }) => underlying);
  const withBars = underlyings.filter((name) => data.bars.some(({ symbol }) => symbol === name));
  const names = [...new Set([...quoted.keys(), ...traded, ...withBars])].sort();
  const markets = new Map<string, Market>();
  const series: Series[] = [];
  for (const symbol of names) {
    const bars = traded.has(symbol)
      ? input.interval && barsFor(data.bars, symbol, input.interval)
      : pricesOf(data.bars, symbol, input.interval);
    if (!bars && !quoted.has(symbol)) {
      if (!traded.has(symbol)) continue;
      throw new RangeError(
        `The data has no bars of ${symbol} from which the interval can be built`,
      );
    }
    const digits = quoted.get(symbol) ?? bars!.digits;
    const market = new Market(symbol, bars, quoted.has(symbol), digits);
    markets.set(symbol, market);
    if (!bars) continue;
    const { assetClass } = market.instrument;
    const { interval } = input;
    const builds = interval && isFiner(bars.interval, interval);
    const seen = builds ? aggregate(bars, interval, assetClass) : bars;
    series.push(new Series(market, bars, seen, traded.has(symbol), input));
  }
  return { markets, series, chains: chainsOf(markets.values()) };
}

/** Bars of the interval itself, else the longest ones that it can be built from. */
export function barsFor(
  all: readonly BarColumns[],
  symbol: string,
  interval: CandleInterval,
): BarColumns | null {
  const own = all.filter((bars) => bars.symbol === symbol);
  const usable = own.filter(
    (bars) => bars.interval === interval || isFiner(bars.interval, interval),
  );
  const longest = usable.sort((a, b) => CANDLE_MS[b.interval] - CANDLE_MS[a.interval]);
  return longest[0] ?? null;
}

/** The bars of an underlying that only prices deliveries: the finest bars, when none fit the interval. */
function pricesOf(
  all: readonly BarColumns[],
  symbol: string,
  interval: CandleInterval | null,
): BarColumns | null {
  const fitting = interval && barsFor(all, symbol, interval);
  if (fitting) return fitting;
  const own = all.filter((bars) => bars.symbol === symbol);
  return own.sort((a, b) => CANDLE_MS[a.interval] - CANDLE_MS[b.interval])[0] ?? null;
}

function chainsOf(markets: Iterable<Market>): ReadonlyMap<string, readonly Market[]> {
  const chains = new Map<string, Market[]>();
  for (const market of markets) {
    const { contract } = market.instrument;
    if (!contract || !market.quoted) continue;
    const chain = chains.get(contract.underlying) ?? [];
    if (chain.length === 0) chains.set(contract.underlying, chain);
    chain.push(market);
  }
  return chains;
}
