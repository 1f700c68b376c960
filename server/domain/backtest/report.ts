import { lastBefore } from '../bars/official-close.ts';
import { missingBars } from '../bars/missing-bars.ts';
import type { StrategyDefinition } from '../strategy/definition.ts';
import { canonical } from './canonical.ts';
import type { BacktestPosition, BacktestReport } from './backtest-report.ts';
import { exactText, QUANTITY_DIGITS, quotientText } from './exact.ts';
import type { Market } from './market.ts';
import type { Run } from './run.ts';

/** Below so many closed trades a rate says little. */
const FEW_TRADES = 30;

/** What a run came to, at its end. */
export function reportOf(
  run: Run,
  definition: StrategyDefinition,
  endedAt: number,
): BacktestReport {
  const { account, equity, ledger, bars, held } = run;
  const { costs, closed } = account;
  warn(run, definition);
  const present = equity.present();
  const { deepest, from } = equity.drawdown;
  return {
    bars,
    endCash: exactText(account.cash, costs.digits),
    endEquity: present === null ? null : exactText(present, costs.digits),
    maxDrawdown: exactText(deepest, costs.digits),
    maxDrawdownPct: from > 0n ? Number(quotientText(deepest * 100n, from)) : null,
    exposurePct: bars === 0 ? null : (100 * held) / bars,
    equity: equity.curve(endedAt),
    trades: closed,
    openPositions: openPositions(run),
    warnings: ledger.warnings,
    log: ledger.lines,
    hash: hashOf(run),
  };
}

function openPositions({ universe, account }: Run): readonly BacktestPosition[] {
  return [...universe.markets.values()]
    .filter(({ net }) => net !== 0n)
    .map((market) => ({
      symbol: market.symbol,
      quantity: exactText(market.net, QUANTITY_DIGITS),
      costBasis: costText(market, account.costs.digits),
      price: Number.isNaN(market.mark) ? null : exactText(BigInt(market.mark), market.markDigits),
    }));
}

/** Exact, but where part of a trade was sold and its share of the cost has no end. */
function costText({ trades }: Market, digits: number): string {
  let cost = 0n;
  for (const { buys, open, filled, entryValue } of trades) {
    if (open === 0n) continue;
    const part = (entryValue * open) / filled;
    cost += buys ? part : -part;
  }
  return exactText(cost, digits);
}

function warn(run: Run, definition: StrategyDefinition): void {
  const { universe, account, ledger, input } = run;
  const { costs, closed } = account;
  const traded = universe.series.filter((series) => series.traded);
  const classes = new Set(
    input.symbols.map((symbol) => universe.markets.get(symbol)!.instrument.assetClass),
  );
  const free = [...classes].filter((asset) => costs.isFree(asset));
  if (free.length > 0) ledger.warn(`No fees are taken for ${free.join(' and ')}`);
  if (closed.length < FEW_TRADES)
    ledger.warn(`${closed.length} closed trades are few: rates of them say little`);
  for (const { market, bars } of traded) {
    const within = bars.at.subarray(firstFrom(bars, input.from), firstFrom(bars, input.to));
    if (within.length === 0) ledger.warn(`${market.symbol} has no bars in the time of the run`);
    const missing = missingBars(
      { at: within, interval: bars.interval },
      market.instrument.assetClass,
    );
    if (missing > 0) ledger.warn(`${missing} bars of ${market.symbol} are missing`);
  }
  const wanted = definition.history?.(input.parameters as never) ?? 0;
  for (const { market, view, traded: own } of universe.series) {
    const before = firstFrom(view.bars, input.from);
    if (own && before < wanted)
      ledger.warn(`${market.symbol} has ${before} bars to warm up with, ${wanted} are wanted`);
  }
  let waiting = 0;
  for (const { trades } of universe.markets.values())
    waiting += trades.filter(({ waits, filled }) => waits && filled === 0n).length;
  if (waiting > 0) ledger.warn(`${waiting} orders never filled`);
}

/** The place of the first bar that begins at an instant or after it. */
function firstFrom({ at }: { readonly at: Float64Array }, instant: number): number {
  return lastBefore(at, instant) + 1;
}

function hashOf({ input, ledger, universe, account }: Run): string {
  const { kindVersion, parameters, dataHash, ...rest } = input;
  const limits = Object.fromEntries(
    Object.entries(input.limits ?? {}).map(([name, limit]) => [name, limit?.toString() ?? null]),
  );
  const symbols = [...input.symbols].sort();
  ledger.write('INPUT', canonical({ ...rest, symbols, limits, kindVersion, parameters, dataHash }));
  for (const { symbol, net, mark } of universe.markets.values())
    if (net !== 0n) ledger.write('OPEN', symbol, net.toString(), mark);
  ledger.write('CASH', exactText(account.cash, account.costs.digits));
  return ledger.digest();
}
