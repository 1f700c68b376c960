import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeDate } from '../../../server/domain/calendar/market-calendar.ts';
import { dec, sum } from '../../../server/domain/decimal.ts';
import type { RealisedPart } from '../../../server/domain/statistics/realised-part.ts';
import { netPnlOf } from '../../../server/domain/trade/trade-figures.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { closedTrade } from '../../support/recorded/published-trades.ts';
import { daysOf, statsOf } from '../../support/values/figures-of.ts';

const SPAN_MINUTES = 200 * 24 * 60;
const BEGIN = Date.parse('2026-01-01T00:00:00Z');

/** Amounts of up to ten decimals, which floats cannot sum exactly. */
const amount = (least: number) =>
  fc
    .tuple(fc.integer({ min: least, max: 5_000 }), fc.integer({ min: 0, max: 9_999_999_999 }))
    .map(([whole, rest]) => dec(whole).plus(dec(rest).div('1e10')));

const books = fc
  .array(fc.tuple(amount(-5_000), amount(0), fc.integer({ min: 0, max: SPAN_MINUTES })), {
    maxLength: 60,
  })
  .map((rows) =>
    rows
      .sort(([, , a], [, , b]) => a - b)
      .map(([net, fees, minute]) => {
        const closedAt = new Date(BEGIN + minute * 60_000);
        return closedTrade({ net, fees, openedAt: closedAt, closedAt, reason: 'MANUAL_CLOSE' });
      }),
  );

/** The realised parts of trades that opened and closed on one day. */
const partsOf = (trades: readonly Trade[]): RealisedPart[] =>
  trades.map((trade) => {
    const { id: tradeId, closedAt, realizedPnl, fees } = trade;
    const ended = Math.sign(netPnlOf(trade).comparedTo(0)) as -1 | 0 | 1;
    return { tradeId, date: exchangeDate(closedAt!), lastAt: closedAt!, realizedPnl, fees, ended };
  });

describe('results by day', () => {
  it('add up over months to the total, to the last decimal', () => {
    fc.assert(
      fc.property(books, (trades) => {
        const days = daysOf(partsOf(trades));
        const { totalPnl, fees, maxDrawdown, ...stats } = statsOf(trades);
        const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
        const monthly = months.map((month) =>
          sum(days.filter(({ date }) => date.startsWith(month)).map((day) => day.netPnl)),
        );
        expect(sum(monthly)).toEqual(totalPnl);
        expect(sum(days.map((day) => day.fees))).toEqual(fees);
        const deepest = days.reduce(
          (most, day) => (day.drawdown.gt(most) ? day.drawdown : most),
          dec(0),
        );
        expect(deepest).toEqual(maxDrawdown);
        for (const count of ['trades', 'wins', 'losses'] as const) {
          expect(days.reduce((all, day) => all + day[count], 0)).toBe(stats[count]);
        }
        const dates = days.map(({ date }) => date);
        expect(dates).toEqual([...new Set(trades.map((t) => exchangeDate(t.closedAt!)))].sort());
      }),
      { numRuns: 1000 },
    );
  });

  it('follow New York’s date, whatever the UTC date', () => {
    const at = (time: string) => {
      const closedAt = new Date(time);
      const money = { net: dec(1), fees: dec(0) };
      const openedAt = new Date(closedAt.getTime() - 36 * 3_600_000);
      return closedTrade({ ...money, openedAt, closedAt, reason: 'TP_HIT' });
    };
    const days = daysOf(
      partsOf([
        at('2026-03-03T04:59:59Z'), // Still the 2nd: in winter New York is five hours behind.
        at('2026-03-03T05:00:00Z'),
        at('2026-03-11T03:59:59Z'), // In summer time New York is four hours behind.
        at('2026-03-11T04:00:00Z'),
      ]),
    );
    expect(days.map(({ date, trades }) => [date, trades])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-03', 1],
      ['2026-03-10', 1],
      ['2026-03-11', 1],
    ]);
  });

  it('keep every digit of the longest amounts that the contract allows', () => {
    const closedAt = new Date('2026-03-03T15:00:00Z');
    const [large, small] = [dec('9'.repeat(30)), dec(`0.${'0'.repeat(29)}1`)];
    const trades = [large, small, large.neg(), small].map((net) =>
      closedTrade({ net, fees: small, openedAt: closedAt, closedAt, reason: 'TP_HIT' }),
    );
    expect(daysOf(partsOf(trades)).map(({ netPnl }) => netPnl)).toEqual([small.times(2)]);
    expect(statsOf(trades).totalPnl).toEqual(small.times(2));
    expect(sum([large, small]).toFixed()).toBe(`${'9'.repeat(30)}.${'0'.repeat(29)}1`);
  });

  it('count a trade on the day on which it ended, with its whole result', () => {
    const part = (date: string, realized: number, ended: RealisedPart['ended']): RealisedPart => ({
      ...{ tradeId: 'one', date, lastAt: NOON, realizedPnl: dec(realized), fees: dec(1), ended },
    });
    const days = daysOf([part('2026-03-09', 200, null), part('2026-03-10', -180, 1)]);
    expect(
      days.map(({ netPnl, trades, wins, losses }) => [netPnl.toNumber(), trades, wins, losses]),
    ).toEqual([
      [199, 0, 0, 0],
      [-181, 1, 1, 0],
    ]);
  });

  it('include the drawdown within a day that ends at its high', () => {
    const closedAt = new Date('2026-03-03T15:00:00Z');
    const of = (net: number) =>
      closedTrade({ net: dec(net), fees: dec(0), openedAt: closedAt, closedAt, reason: 'SL_HIT' });
    expect(daysOf(partsOf([of(10), of(-30), of(50)]))).toMatchObject([
      { netPnl: dec(30), drawdown: dec(30), wins: 2, losses: 1 },
    ]);
  });
});
