import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backtestStats, figuresOf } from '../../../server/domain/backtest/backtest-stats.ts';
import { ClosedTrades } from '../../../server/domain/backtest/closed-trades.ts';
import { packTrades, TRADES_IN_TEXT } from '../../../server/domain/backtest/packed-trades.ts';
import { PlainTrades } from '../../../server/domain/backtest/plain-trades.ts';
import { someTrades } from '../../support/values/strategies.ts';

const MOST = 2 ** 52;
const terms = fc.record({
  symbol: fc.constantFrom('SPY', 'SOL "wrapped" \\ 1/USD'),
  quantity: fc.constantFrom('1', '0.25', '100000'),
  digits: fc.nat({ max: 20 }),
  weight: fc.constantFrom(1, 100, 250_000),
  fees: fc.constantFrom(0, 10_000, 7, MOST),
});
const instant = fc.nat({ max: 4e12 });
const trade = fc.record({ decidedAt: instant, entryAt: instant, exitAt: instant });
const price = fc.oneof(fc.nat({ max: 99_999 }), fc.nat({ max: MOST }));
const trades = fc.array(fc.tuple(trade, price, price), { maxLength: 20 });

it('trades in columns have the texts and the figures of their list', () => {
  let [wide, some] = [0, 0];
  fc.assert(
    fc.property(terms, trades, fc.nat({ max: 2 }), (shared, drawn, others) => {
      const closed = new ClosedTrades();
      closed.plain = new PlainTrades(shared);
      for (const [{ decidedAt, entryAt, exitAt }, one, other] of drawn) {
        const [entry, exit] = [one, other].map((units) => Math.floor(units / shared.weight));
        closed.plain.add(decidedAt, entryAt, entry!, exitAt, exit!);
      }
      for (const each of someTrades(others)) closed.add(each);
      const list = closed.list();
      expect(list).toHaveLength(closed.size);
      expect(closed.texts()).toEqual(packTrades(list));
      expect(figuresOf(closed.results())).toEqual(backtestStats(list));
      some += Number(others === 0 && drawn.length > 0);
      wide += Number(closed.plain.results() === null);
    }),
    { numRuns: 300 },
  );
  expect(some).toBeGreaterThan(50);
  expect(wide).toBeGreaterThan(0);
});

it('thousands of them become several texts', () => {
  const closed = new ClosedTrades();
  const shared = { symbol: 'SPY', quantity: '3', digits: 2, weight: 30_000, fees: 70_000 };
  closed.plain = new PlainTrades(shared);
  for (let n = 0; n < 3 * TRADES_IN_TEXT + 7; n += 1)
    closed.plain.add(n, n + 60_000, 40_000 + n, n + 120_000, 40_000 + ((7 * n) % 90));
  expect(closed.texts()).toEqual(packTrades(closed.list()));
  expect(closed.texts()).toHaveLength(4);
  const visited: unknown[] = [];
  closed.eachEntry((...entry) => visited.push(entry));
  expect(visited).toEqual(closed.list().map(({ entryAt }) => ['SPY', 3, entryAt]));
});
