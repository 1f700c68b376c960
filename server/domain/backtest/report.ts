import type { StrategyDefinition } from '../strategy/definition.ts';
import { canonical } from './canonical.ts';
import type { ClosedTrades } from './closed-trades.ts';
import type { BacktestPosition, BacktestReport } from './backtest-report.ts';
import { exactText, QUANTITY_DIGITS, quotientText } from './exact.ts';
import type { Market } from './market.ts';
import type { Run } from './run.ts';
import { warn } from './warnings.ts';

export interface RunReport extends BacktestReport {
  readonly trades: ClosedTrades;
}

/** The report of a run, at its end. */
export function reportOf(run: Run, definition: StrategyDefinition, endedAt: number): RunReport {
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

/** The cost, exact unless part of a trade was sold and its share of the cost has no end. */
function costText({ trades }: Market, digits: number): string {
  let cost = 0n;
  for (const { buys, open, filled, entryValue } of trades) {
    if (open === 0n) continue;
    const part = (entryValue * open) / filled;
    cost += buys ? part : -part;
  }
  return exactText(cost, digits);
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
