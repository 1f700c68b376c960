import type { BacktestData } from '../../domain/backtest/backtest-input.ts';
import { barEnd } from '../../domain/bars/bar-times.ts';
import { instrumentOf } from '../../domain/bars/instrument-of.ts';
import { CANDLE_MS, type Candle, type CandleInterval } from '../../domain/market/candle.ts';
import { candleStart } from '../../domain/market/merge-candles.ts';
import { parseMint } from '../../domain/token/mint.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { SeenSeries } from '../../ports/backtest-pool.ts';
import type { DataSeries, DataSet } from '../../ports/data-sets.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { BacktestTerms } from './asked-backtest.ts';
import type { StrategyDeps } from './strategy-deps.ts';

export interface LoadedData {
  readonly data: BacktestData;
  /** The digest of the data's content. */
  readonly hash: string;
}

/** Data that a run needs is gone, or never was there: the run fails with this message. */
export class NoData extends Error {
  override readonly name = 'NoData';
}

/** The most candles that one request to a source asks for. */
const MOST_CANDLES = 5_000;
const TOKEN_DAYS = 14;
const DAY_MS = 86_400_000;
/** The most bars of one run, because they are held in memory. */
const MOST_BARS = 2_000_000;

/** Loads the data of a run from an imported set. */
export async function loadDataSet(
  { dataSets, pool, digest }: Pick<StrategyDeps, 'dataSets' | 'pool' | 'digest'>,
  set: DataSet,
  series: readonly DataSeries[],
): Promise<LoadedData> {
  const stored = await dataSets.columns(set, series);
  const now = await dataSets.byName(set.username, set.name);
  if (now?.id !== set.id || now.version !== set.version)
    throw new NoData('The data set was changed or deleted while it was read.');
  return {
    data: await pool.read(stored),
    hash: hashOf(
      digest,
      series.map(({ hash }) => hash),
    ),
  };
}

/** The digest of a set of series, in whatever order they come. */
export function hashOf(digest: (text: string) => string, hashes: readonly string[]): string {
  return digest([...hashes].sort().join('\n'));
}

export interface SeenAsked extends Pick<BacktestTerms, 'symbols'> {
  readonly interval: CandleInterval;
  readonly from: Date;
  readonly to: Date;
  /** Bars before the beginning that the strategy wants to see. */
  readonly history: number;
  /** Aborted: no source is asked any more. */
  readonly signal: AbortSignal;
}

/**
 * Loads the desk's own bars that are over, from the user's market in PAPER.
 * @throws {NoData} naming a symbol without any, or more bars than a run may have.
 */
export async function loadSeenBars(
  { market, pool, digest, clock }: Pick<StrategyDeps, 'market' | 'pool' | 'digest' | 'clock'>,
  actor: Actor,
  asked: SeenAsked,
): Promise<LoadedData> {
  const all: SeenSeries[] = [];
  const now = clock.now().getTime();
  let left = MOST_BARS;
  for (const symbol of withUnderlyings(asked.symbols)) {
    const kind = parseMint(symbol) === null ? 'EQUITY' : 'TOKEN';
    const seen = await candlesOf(market, actor, { ...asked, symbol, most: left });
    const candles = seen.filter(({ at }) => barEnd(asked.interval, at.getTime(), kind) <= now);
    left -= candles.length;
    if (candles.length === 0 && asked.symbols.includes(symbol))
      throw new NoData(
        `The desk has no bars of ${symbol} of the interval ${asked.interval} for that time.`,
      );
    if (candles.length === 0) continue;
    all.push({ symbol, interval: asked.interval, bars: candles.map(barText) });
  }
  const read = await pool.readSeen(all);
  return { data: read.data, hash: hashOf(digest, read.hashes) };
}

/** The closes of underlyings settle contracts. */
function withUnderlyings(symbols: readonly string[]): ReadonlySet<string> {
  const contracts = symbols.map(instrumentOf).filter(({ contract }) => contract);
  return new Set([...symbols, ...contracts.map(({ underlying }) => underlying)]);
}

/** Nights, weekends and holidays have no bars: history goes back further than its bars are long. */
function backMs(history: number, interval: CandleInterval, token: boolean): number {
  const length = history * CANDLE_MS[interval];
  if (token) return length;
  return interval === 'ONE_DAY' ? length * 1.5 : Math.max(length * 4, 5 * DAY_MS);
}

interface SymbolAsked extends Omit<SeenAsked, 'symbols'> {
  readonly symbol: string;
  readonly most: number;
}

async function candlesOf(
  market: StrategyDeps['market'],
  actor: Actor,
  { symbol, interval, from, to, history, most, signal }: SymbolAsked,
): Promise<readonly Candle[]> {
  const token = parseMint(symbol) !== null;
  const first = from.getTime() - backMs(history, interval, token);
  const last = token ? nextStart(interval, to.getTime() - 1) : to.getTime();
  const candles: Candle[] = [];
  for (let start = token ? candleStart(interval, first) : first; start < last;) {
    if (signal.aborted) throw new NoData('It was canceled.');
    const end = Math.min(pieceEnd(interval, start, token), last);
    const range = { symbol, interval, from: new Date(start), to: new Date(end) };
    for (const candle of await asked(market, actor, range))
      if (candle.at < to) candles.push(candle);
    if (candles.length > most)
      throw new NoData(`That is more than ${MOST_BARS.toLocaleString('en-US')} bars.`);
    start = end;
  }
  return candles;
}

/** A token's bars are made of what lies in the range: a range that begins or ends within a bar would cut it in two. */
function pieceEnd(interval: CandleInterval, start: number, token: boolean): number {
  const step = MOST_CANDLES * CANDLE_MS[interval];
  return token ? candleStart(interval, start + Math.min(step, TOKEN_DAYS * DAY_MS)) : start + step;
}

/** When the next candle begins: half a day past the end of a day is past it in the nights of 25 hours, too. */
function nextStart(interval: CandleInterval, at: number): number {
  return candleStart(interval, candleStart(interval, at) + 1.5 * CANDLE_MS[interval]);
}

async function asked(
  market: StrategyDeps['market'],
  actor: Actor,
  range: Parameters<StrategyDeps['market']['candles']>[1],
): Promise<readonly Candle[]> {
  try {
    return await market.candles(actor, range, 'PAPER');
  } catch (error) {
    if (error instanceof Refusal) throw new NoData(`${range.symbol}: ${error.message}`);
    throw error;
  }
}

/** A token's prices come without volume: none was traded by the desk's knowledge. */
function barText({ at, open, high, low, close, volume }: Candle) {
  return {
    at: at.getTime(),
    ...{ open: open.toFixed(), high: high.toFixed(), low: low.toFixed(), close: close.toFixed() },
    volume: volume?.toFixed() ?? '0',
  };
}
