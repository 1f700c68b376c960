import type { BarColumns } from '../bars/bar-columns.ts';
import { isShortOf, missingBars } from '../bars/missing-bars.ts';
import { lastBefore } from '../bars/official-close.ts';
import { priceStep } from '../bars/price-step.ts';
import type { StrategyDefinition } from '../strategy/definition.ts';
import type { Market } from './market.ts';
import type { Run } from './run.ts';
import type { Series } from './series.ts';

/** Below this many closed trades a rate says little. */
const FEW_TRADES = 30;
/** A fill of more than this share of its bar's volume would have moved the price. */
const MOST_OF_VOLUME = 0.1;

/** Adds warnings about what makes a report worth less to those given while it ran. */
export function warn(run: Run, definition: StrategyDefinition): void {
  warnOfCosts(run);
  const { universe, input } = run;
  const { size: closed } = run.account.closed;
  if (closed < FEW_TRADES)
    run.ledger.warn(`${closed} closed trades are few: rates of them say little`);
  for (const series of universe.series) if (series.traded) warnOfBars(run, series);
  warnOfVolume(run);
  for (const symbol of input.symbols) warnOfQuotes(run, universe.markets.get(symbol)!);
  const wanted = definition.history?.(input.parameters as never) ?? 0;
  for (const { market, view, traded } of universe.series) {
    const before = lastBefore(view.bars.at, input.from) + 1;
    if (traded && before < wanted)
      run.ledger.warn(`${market.symbol} has ${before} bars to warm up with, ${wanted} are wanted`);
  }
  warnOfTheEnd(run);
}

function warnOfCosts({ universe, account, ledger, input, quotes }: Run): void {
  const traded = input.symbols.map((symbol) => universe.markets.get(symbol)!);
  const classes = new Set(traded.map(({ instrument }) => instrument.assetClass));
  const free = [...classes].filter((asset) => account.costs.isFree(asset));
  if (free.length > 0) ledger.warn(`No fees are taken for ${free.join(' and ')}`);
  if (Number(input.slippagePct) === 0 && traded.some(({ quoted }) => !quoted))
    ledger.warn('No slippage is taken: orders fill at the very prices of the bars');
  const sized = quotes?.bidSize ?? quotes?.askSize ?? null;
  if (quotes && !sized && traded.some(({ quoted }) => quoted))
    ledger.warn('The quotes tell no sizes: each fills an order of any size');
}

function warnOfBars({ ledger, input }: Run, { market, bars }: Series): void {
  const { symbol, instrument } = market;
  const { assetClass } = instrument;
  const [first, end] = [input.from, input.to].map((at) => lastBefore(bars.at, at) + 1);
  const within = { ...bars, at: bars.at.subarray(first, end) };
  if (within.at.length === 0) {
    ledger.warn(`${symbol} has no bars in the time of the run`);
    return;
  }
  const missing = missingBars(within, assetClass);
  if (missing > 0) ledger.warn(`${missing} bars of ${symbol} are missing`);
  const { before, after } = isShortOf(within, input, assetClass);
  if (before) ledger.warn(`The bars of ${symbol} begin on ${before}, later than the run`);
  if (after) ledger.warn(`The bars of ${symbol} end on ${after}, before the run does`);
  const step = assetClass === 'EQUITY' ? priceStep(bars, first!, end!) : null;
  if (step)
    ledger.warn(
      `${symbol} opens on ${step.date} at ${step.to} after ${step.from}: a split may not be taken out of its prices`,
    );
}

function warnOfVolume({ account, universe, ledger }: Run): void {
  const filling = universe.series.filter(({ market }) => !market.quoted);
  const all = new Map(filling.map(({ market, bars }) => [market.symbol, bars]));
  const large = new Map<string, number>();
  let place = -1;
  account.closed.eachEntry((symbol, quantity, entryAt) => {
    const bars = all.get(symbol);
    if (!bars) return;
    place = lastBefore(bars.at, entryAt + 1, place);
    if (isLarge(quantity, bars, place)) large.set(symbol, (large.get(symbol) ?? 0) + 1);
  });
  for (const [symbol, count] of large)
    ledger.warn(`${count} trades in ${symbol} are more than a tenth of their bar’s volume`);
}

/** Whether a fill is large for its bar. A volume of 0 is not counted: a token's bars are made of prices alone. */
function isLarge(quantity: number, { volume, volumeDigits }: BarColumns, place: number): boolean {
  const traded = volume[place]!;
  return traded > 0 && quantity > (traded / 10 ** volumeDigits) * MOST_OF_VOLUME;
}

function warnOfQuotes({ quotes, ledger, input }: Run, market: Market): void {
  if (!market.quoted || !quotes) return;
  const place = quotes.symbols.indexOf(market.symbol);
  const [first, end] = [input.from, input.to].map((at) => lastBefore(quotes.at, at) + 1);
  if (!quotes.symbol.subarray(first, end).includes(place))
    ledger.warn(`${market.symbol} has no quotes in the time of the run`);
}

function warnOfTheEnd({ universe, ledger }: Run): void {
  let [waiting, open] = [0, 0];
  for (const { trades, net } of universe.markets.values()) {
    if (net !== 0n) open += 1;
    waiting += trades.filter(({ waits, filled }) => waits && filled === 0n).length;
  }
  if (waiting > 0) ledger.warn(`${waiting} orders never filled`);
  if (open > 0)
    ledger.warn(`${open} positions are open at the end: in the equity, and in no other figure`);
}
