import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dec, Decimal, sum, ZERO } from '../../../server/domain/decimal.ts';
import { netPnlOf } from '../../../server/domain/trade/trade-figures.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { closedTrade } from '../../support/recorded/published-trades.ts';
import { daysOf, statsOf } from '../../support/values/figures-of.ts';

/** Cents, tokens' long fractions, and amounts too large for a float to hold to the millionth. */
const amount = fc.oneof(
  fc.integer({ min: -50_000, max: 50_000 }).map((cents) => dec(cents).div(100)),
  fc.integer({ min: -9, max: 9 }).map((n) => dec(n).div(7).toDecimalPlaces(18)),
  fc.integer({ min: -3, max: 3 }).map((n) => dec('1125899906.842624').times(n)),
  fc.constantFrom('4503599627.370496', '-4503599627.370497', '1e-30', '0').map(dec),
);
const books = fc
  .array(fc.tuple(amount, amount, fc.constantFrom('TP_HIT' as const, 'SL_HIT' as const)))
  .map((rows) =>
    rows.map(([net, fees, reason], n) => {
      const closedAt = new Date(NOON.getTime() + n * 60_000);
      return closedTrade({ net, fees: fees.abs(), openedAt: NOON, closedAt, reason });
    }),
  );

it('sums, drawdowns and averages are those of decimals, whatever their digits', () => {
  const run = fc.property(books, (trades) => {
    const nets = trades.map(netPnlOf);
    const [wins, losses] = [nets.filter((net) => net.gt(0)), nets.filter((net) => net.lt(0))];
    const stats = statsOf(trades);
    expect(stats).toMatchObject({ trades: nets.length, wins: wins.length, losses: losses.length });
    expect(stats.totalPnl).toEqual(sum(nets));
    expect(stats.fees).toEqual(sum(trades.map(({ fees }) => fees)));
    expect(stats.averageWin).toEqual(average(wins));
    expect(stats.averageLoss).toEqual(average(losses));
    expect(stats.maxDrawdown).toEqual(deepestFall(nets));
    expect(stats.longestLosingStreak).toBe(longestStreak(nets));
    for (const { reason, pnl } of stats.byClose)
      expect(pnl).toEqual(sum(trades.filter((trade) => isOf(trade, reason)).map(netPnlOf)));
    const parts = trades.map((trade) => ({
      ...{ tradeId: trade.id, date: '2026-03-10', lastAt: trade.closedAt!, ended: null },
      ...{ realizedPnl: trade.realizedPnl, fees: trade.fees },
    }));
    const { netPnl, drawdown } = daysOf(parts)[0] ?? { netPnl: ZERO, drawdown: ZERO };
    expect([netPnl, drawdown]).toEqual([sum(nets), deepestFall(nets)]);
  });
  fc.assert(run, { numRuns: 300 });
});

const isOf = ({ closeReason }: Trade, reason: string) => closeReason === reason;

function average(values: readonly Decimal[]): Decimal | null {
  return values.length === 0 ? null : sum(values).div(values.length).toDecimalPlaces(6);
}

function deepestFall(nets: readonly Decimal[]): Decimal {
  let [total, peak, deepest] = [ZERO, ZERO, ZERO];
  for (const net of nets) {
    total = total.plus(net);
    peak = Decimal.max(peak, total);
    deepest = Decimal.max(deepest, peak.minus(total));
  }
  return deepest;
}

function longestStreak(nets: readonly Decimal[]): number {
  const signs = nets.map((net) => (net.lt(0) ? '-' : '+')).join('');
  return Math.max(0, ...signs.split('+').map(({ length }) => length));
}
