import { describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { BacktestTrade } from '../../server/domain/backtest/backtest-report.ts';
import type { StrategyDefinition } from '../../server/domain/strategy/definition.ts';
import type { StrategyDesk } from '../../server/domain/strategy/strategy.ts';
import { CANDLE_MS } from '../../server/domain/market/candle.ts';
import { barsOf, kindOf, ran, TEN } from '../support/values/backtests.ts';
import { referenceFile } from '../support/recorded/reference-file.ts';

interface Bar {
  readonly i: number;
  readonly o: number;
  readonly h: number;
  readonly l: number;
  readonly c: number;
  readonly enter_long?: 1;
  readonly exit_long?: 1;
}

/** The profit at which a trade of this age is closed. */
interface Target {
  readonly after_minutes: number;
  readonly profit_ratio: number;
}

interface ExitCase {
  readonly id: string;
  readonly rules: Readonly<Record<string, unknown>> & {
    readonly stop_loss_pct: number;
    readonly take_profit_table: readonly Target[];
    readonly limit_entry_price?: number;
  };
  readonly bars: readonly (Bar & { readonly enter_short?: 1; readonly exit_short?: 1 })[];
  readonly expect: {
    readonly total_profit_ratio_rounded3: number;
    readonly trades: readonly { exit: string; open_bar: number; close_bar: number; side: string }[];
  };
}

const text = referenceFile('data/cases/candle-exit-rules.json');
const cases = text === null ? [] : (JSON.parse(text) as { cases: ExitCase[] }).cases;

/** The rules that a plain bracket covers: one target, a stop in percent, signals. */
const PLAIN_RULES = new Set([
  ...['stop_loss_pct', 'take_profit_table', 'honour_exit_signal', 'limit_entry_price'],
]);
const isPlainLong = ({ rules, bars }: ExitCase) =>
  Object.keys(rules).every((rule) => PLAIN_RULES.has(rule)) &&
  bars.every((bar) => !bar.enter_short && !bar.exit_short);
const plain = cases.filter(isPlainLong);
/** The plain long cases that end otherwise here, each with the reason in our rules of requests and fills. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'exit-16':
    'an aged trade is sold at the low of a bar there; what a strategy asks for fills at the next open here',
  'exit-19':
    'its target moves down within a bar while it is open; here a bracket stands as it was entered, and an exit at the bar’s end before fills at the open, one per cent lower',
  'exit-40':
    'a limit above the market fills at the high of the bar there; here at the better open, which its stop does not reach',
  'exit-43':
    'the target counts in the bar in which a limit entry fills; here only the stop does in that bar',
};
const run = plain.filter(({ id }) => !(id in OTHERWISE));

const MINUTE = CANDLE_MS.ONE_MINUTE;
const HOUR = CANDLE_MS.ONE_HOUR;

describe.skipIf(cases.length === 0)('a backtest ends trades bar by bar as freqtrade does', () => {
  it('runs every plain long case but four whose prices the contract does not allow', () => {
    expect(plain.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(OTHERWISE)));
    expect(run.map(({ id }) => id.slice(5)).join(' ')).toBe(
      '00 01 03 04 06 07 13 15 18 25 30 39 42',
    );
  });

  it.each(run)('$id', (exitCase) => {
    const { bars, expect: expected } = exitCase;
    const columns = barsOf(
      bars.map(({ o, h, l, c }) => [o, h, l, c]),
      { symbol: 'SPY', interval: 'ONE_HOUR' },
    );
    const input = { interval: 'ONE_HOUR' as const, from: TEN, to: TEN + bars.length * HOUR };
    const { trades, openPositions } = ran(follower(exitCase), { bars: [columns] }, input);
    const found = trades.map((trade) => ({
      exit: exitOf(exitCase, trade),
      open_bar: Math.floor((trade.entryAt - TEN) / HOUR),
      close_bar: Math.floor((trade.exitAt - TEN) / HOUR),
      side: 'long',
    }));
    // A position in the last bar stays open here; freqtrade sells it at that bar's open.
    const left = openPositions.map(() => 'end_of_data_close');
    const closed = expected.trades.filter(({ exit }) => exit !== 'end_of_data_close');
    expect(found).toEqual(
      closed.map(({ exit, open_bar, close_bar, side }) => ({ exit, open_bar, close_bar, side })),
    );
    expect(left).toHaveLength(expected.trades.length - closed.length);
    if (left.length > 0) return;
    const profit = trades.reduce((sum, trade) => sum + profitOf(trade), 0);
    expect(Math.abs(profit - expected.total_profit_ratio_rounded3)).toBeLessThanOrEqual(0.0005);
  });
});

const EXITS: Readonly<Record<string, string>> = {
  SL_HIT: 'stop_loss',
  TP_HIT: 'take_profit_target',
  MANUAL_CLOSE: 'exit_signal',
};

/** The exit in freqtrade's word; a target that depends on age is the strategy's own close here. */
function exitOf({ rules }: ExitCase, { closeReason }: BacktestTrade): string | undefined {
  const aged = closeReason === 'MANUAL_CLOSE' && rules.take_profit_table.length > 1;
  return aged ? EXITS['TP_HIT'] : EXITS[closeReason];
}

function profitOf({ entryPrice, exitPrice }: BacktestTrade): number {
  return dec(exitPrice).div(entryPrice).minus(1).toNumber();
}

/** Follows the signals of a case. Its bracket is computed from the next open, which the case gives. */
function follower({ rules, bars }: ExitCase): StrategyDefinition {
  let openedAt = 0;
  const act = (bar: Bar, next: Bar | undefined, desk: StrategyDesk) => {
    const held = desk.position('SPY');
    if (held && bar.exit_long && rules['honour_exit_signal']) desk.exit('SPY');
    const isAged = ({ after_minutes, profit_ratio }: Target) =>
      desk.now.getTime() - openedAt >= after_minutes * MINUTE &&
      bar.c >= held!.averagePrice * (1 + profit_ratio);
    if (held && rules.take_profit_table.slice(1).some(isAged)) desk.exit('SPY');
    if (held || !bar.enter_long || !next) return;
    const limit = rules.limit_entry_price;
    const paid = Math.min(next.o, limit ?? next.o);
    const at = (ratio: number) => dec(paid).times(dec(ratio).plus(1)).toFixed();
    const takeProfit = at(rules.take_profit_table[0]!.profit_ratio);
    const bracket = { stopLoss: at(rules.stop_loss_pct), takeProfit };
    const terms = limit ? ({ orderType: 'LIMIT', limitPrice: limit } as const) : {};
    desk.enter({ symbol: 'SPY', side: 'BUY', quantity: '1', bracket, ...terms });
  };
  return kindOf(() => {
    let n = 0;
    return {
      onFill: ({ at }) => (openedAt = at.getTime()),
      onBar: (_, desk) => {
        act(bars[n]!, bars[n + 1], desk);
        n += 1;
      },
    };
  });
}
