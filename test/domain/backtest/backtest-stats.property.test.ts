import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BacktestTrade } from '../../../server/domain/backtest/backtest-report.ts';
import { backtestStats } from '../../../server/domain/backtest/backtest-stats.ts';
import { everyRow } from '../../../server/domain/columns/columns.ts';
import { Names } from '../../../server/domain/columns/names.ts';
import { RowSet } from '../../../server/domain/columns/row-set.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { CLOSED, closedRow } from '../../../server/domain/statistics/closed-columns.ts';
import { summarise } from '../../../server/domain/statistics/summarise.ts';
import type { TradeStatus } from '../../../server/domain/trade/trade-status.ts';

const NOON = Date.parse('2024-03-12T16:00:00Z');
const MINUTE = 60_000;

/** Cents, thirds with twelve decimals, and more than a float holds in millionths. */
const money = fc
  .tuple(
    fc.oneof(fc.bigInt(-99_999n, 99_999n), fc.bigInt(-(10n ** 18n), 10n ** 18n)),
    fc.nat({ max: 12 }),
  )
  .map(([units, digits]) => dec(units.toString()).div(dec(10).pow(digits)));

const closes: TradeStatus[] = ['TP_HIT', 'SL_HIT', 'MANUAL_CLOSE', 'EXPIRED_OTM'];
const results = fc.record({
  pnl: money,
  fees: money.map((value) => value.abs()),
  closeReason: fc.constantFrom(...closes),
  minutes: fc.nat({ max: 2_000 }),
});

it('gives a run the figures that a book gives the same trades', () => {
  fc.assert(
    fc.property(fc.array(results, { maxLength: 40 }), (drawn) => {
      const trades = drawn.map(({ pnl, fees, closeReason, minutes }, n): BacktestTrade => {
        const exitAt = NOON + n * MINUTE;
        return {
          ...{ symbol: 'SPY', side: 'BUY', quantity: '1', entryPrice: '1', exitPrice: '1' },
          ...{ entryAt: exitAt - minutes * MINUTE, exitAt, closeReason },
          ...{
            realizedPnl: pnl.toFixed(),
            fees: fees.toFixed(),
            netPnl: pnl.minus(fees).toFixed(),
          },
        };
      });
      expect(backtestStats(trades)).toEqual(inABook(trades));
    }),
  );
});

function inABook(trades: readonly BacktestTrade[]) {
  const names = new Names();
  const rows = trades.map((trade, n) => {
    const [openedAt, closedAt] = [new Date(trade.entryAt), new Date(trade.exitAt)];
    const status = trade.closeReason;
    const instrument = { underlying: 'SPY', assetClass: 'EQUITY' } as const;
    const facts = {
      ...{ id: String(n).padStart(3, '0'), symbol: 'SPY', ...instrument, status, outcome: 0 },
      ...{ strategy: null, aiModel: null, openedAt, closedAt, tags: [] },
    };
    const context = {
      ...{ strategy: null, scanner: null, ivRank: null, marketRegime: null },
      ...{ aiModel: null, aiVerdict: null, aiConfidence: null },
    };
    const result = {
      ...{ status, closeReason: status, side: trade.side, filledQuantity: dec(trade.quantity) },
      ...{ realizedPnl: dec(trade.realizedPnl), fees: dec(trade.fees), openedAt, closedAt },
      ...{ dteAtEntry: null, tags: [], instrument, entryGreeks: null, context, strategyRun: null },
    };
    return closedRow(facts, result, names);
  });
  const columns = { rows: RowSet.of(CLOSED, rows), names };
  return summarise(columns, everyRow(columns));
}
