import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ThreadPool } from '../../../server/adapters/strategy-host/pool/thread-pool.ts';
import { threadProgram } from '../../../server/compose/threads.ts';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import type { DriftTrade } from '../../../server/domain/drift/drift-trade.ts';
import type { StrategyRun } from '../../../server/domain/strategy/strategy-run.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { SHIPPED } from '../../../server/strategies/index.ts';
import { driftOfStrategy } from '../../../server/usecases/drift/drift-of-strategy.ts';
import { recordOf } from '../../../server/usecases/drift/run-record.ts';
import type { RunDeps } from '../../../server/usecases/runs/run-deps.ts';
import { databases } from '../../support/databases/databases.ts';
import { driftParts } from '../../support/desks/drift-parts.ts';
import { LiveRunsDesk, type RunServer } from '../../support/desks/live-runs-desk.ts';

const ADA = { username: 'ada', role: 'USER', demo: false } as const;
const HOUR_MS = 3_600_000;
const FROM = Date.parse('2026-03-02T12:00:00Z');
const EVENING = 22;

/** Every shipped kind that reads option chains, so that each of them trades within days of hours. */
const KINDS = {
  'opening-range-breakout': { minutes: 60, maxDays: 30, stopLossPct: 5, takeProfitPct: 5 },
  'option-momentum': { lookback: 2, movePct: 0.2, hold: 3, minDays: 0 },
  'put-premium': { rankDays: 2, minRank: 0, keepPct: 2, minDays: 1 },
  'rsi-reversion': { period: 2, oversold: 40, overbought: 60, minDays: 0 },
};

function defaultsOf(kind: string) {
  const all = Object.entries(SHIPPED[kind]!.parameters);
  return Object.fromEntries(all.map(([name, schema]) => [name, schema.default]));
}

/** A chain of two expirations: the rest of it is the same again. */
const fewExpirations = ({ market }: RunDeps): Partial<RunDeps> => ({
  market: {
    ...{ candles: market.candles.bind(market), optionChain: market.optionChain.bind(market) },
    optionExpirations: async (...asked) => (await market.optionExpirations(...asked)).slice(5, 7),
  },
});

describe.each(databases())('runs of kinds that read option chains on %s', (_, open) => {
  let desk: LiveRunsDesk;
  let one: RunServer;
  let pool: ThreadPool;
  beforeEach(async () => {
    desk = await LiveRunsDesk.open(open, {});
    desk.clock.set(new Date(FROM - HOUR_MS / 2));
    one = desk.server(fewExpirations);
    const code = async (kind: string) => ({ shipped: kind });
    pool = new ThreadPool(threadProgram('strategy-thread'), code, 1);
  });
  afterEach(async () => {
    await pool.close();
    await desk.close();
  });

  const start = (kind: keyof typeof KINDS) =>
    desk.start(one.store, {
      ...{ id: kind, kind, interval: 'ONE_HOUR', symbols: ['SPY'] },
      parameters: { ...defaultsOf(kind), ...KINDS[kind] },
    });
  const parts = () => driftParts(desk, one, { pool, version: 'v1' });
  const hours = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const end = (Math.floor(desk.clock.now().getTime() / HOUR_MS) + 1) * HOUR_MS;
      desk.clock.set(new Date(end + 500));
      await one.desk.takeSnapshots.execute();
      desk.clock.set(new Date(end + 1_000));
      await desk.step();
      // What was placed fills a moment later.
      desk.clock.advance(2_000);
      await desk.step();
      await one.desk.takeSnapshots.execute();
      if (new Date(end).getUTCHours() === EVENING) await parts().reckon.execute();
    }
  };
  const rowsOf = async () => {
    const report = await parts().read.report(ADA, {});
    return Array.from({ length: report.rows }, (__, n) => report.row(n));
  };

  it('are explained to the cent by a backtest that reads what they read', async () => {
    const runs: StrategyRun[] = [];
    for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) runs.push(await start(kind));
    await hours(59);
    const decided = (trades: readonly DriftTrade[]) =>
      trades.map(({ symbol, decidedAt }) => [symbol, new Date(decidedAt).toISOString()]);
    for (const run of runs) {
      const { problem, knownUntil, trades } = await parts().should(run, desk.clock.now());
      expect([problem, knownUntil], run.kind).toEqual([null, null]);
      const made = await recordOf({ store: parts().store, runs: one.store }, run);
      const ended = made.trades.filter(({ result }) => result !== null);
      expect(ended.length, run.kind).toBeGreaterThan(1);
      expect(decided(trades)).toEqual(decided(ended));
    }
    const compared = (await rowsOf()).filter(({ awaiting }) => !awaiting);
    expect(compared.length).toBeGreaterThan(20);
    for (const { problem, symbol, split, tradeId } of compared)
      expect([problem, tradeId === null, split.UNEXPLAINED, split.SIZE], symbol).toEqual([
        ...[null, false, ZERO, ZERO],
      ]);
    const { trades, unexplained } = await driftOfStrategy(
      parts().kept,
      ...(['ada', 'strategy-rsi-reversion', new Date(FROM - HOUR_MS)] as const),
    );
    expect([trades > 10, unexplained.toFixed()]).toEqual([true, '0']);
  }, 240_000);

  it('say what they do not know where the book went otherwise, and go on from there', async () => {
    const run = await start('rsi-reversion');
    const isOpen = async () => (await one.store.activeTrades('ada', run.strategyId)).length > 0;
    while (!(await isOpen())) await hours(1);
    // A person closes what the strategy would have held on to.
    const [{ trade }] = (await one.store.activeTrades('ada', run.strategyId)) as [TradeAggregate];
    const close = { id: trade.id, idempotencyKey: 'by-hand', orderType: 'MARKET' } as const;
    await one.desk.trading.executeOrder(ADA, {
      close: { ...close, expectedVersion: trade.version },
    });
    desk.clock.advance(2_000);
    await desk.step();
    expect(await isOpen()).toBe(false);
    // Then the desk is down for some bars, and after that an entry is refused.
    await hours(6);
    await desk.kill(one);
    desk.clock.advance(3 * HOUR_MS);
    one = desk.server(fewExpirations);
    await hours(3);
    desk.strategies.set(run.strategyId, {
      ...desk.strategies.get(run.strategyId)!,
      budget: dec(1),
    });
    await hours(8);
    desk.strategies.set(run.strategyId, { ...desk.strategies.get(run.strategyId)!, budget: null });
    while (new Date(desk.clock.now()).getUTCHours() !== EVENING) await hours(1);
    const compared = (await rowsOf()).filter(({ awaiting }) => !awaiting);
    const blind = compared.filter(({ problem }) => problem !== null);
    for (const r of compared)
      console.log(
        r.symbol,
        r.at.toISOString(),
        r.problem,
        r.expected.toFixed(),
        r.actual.toFixed(),
        Object.fromEntries(
          Object.entries(r.split)
            .filter(([, v]) => !v.isZero())
            .map(([k, v]) => [k, v.toFixed()]),
        ),
      );
    const { items } = await one.store.noTrades('ada', run.strategyId, { first: 30, after: null });
    for (const { item: i } of items)
      console.log(
        i.symbol,
        i.ask.action,
        i.barEnd.toISOString(),
        i.noTrade?.code,
        i.shadowPnl?.toFixed(),
        i.shadowNote,
      );
    expect(blind.map(({ tradeId }) => tradeId)).toEqual([trade.id]);
  }, 240_000);
});
