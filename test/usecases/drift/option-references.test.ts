import { describe, expect, it } from 'vitest';
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
import { databases, openSqlite, type OpenTestDatabase } from '../../support/databases/databases.ts';
import { driftParts } from '../../support/desks/drift-parts.ts';
import { LiveRunsDesk, type RunServer } from '../../support/desks/live-runs-desk.ts';

const ADA = { username: 'ada', role: 'USER', demo: false } as const;
const HOUR_MS = 3_600_000;
const FROM = Date.parse('2026-03-02T12:00:00Z');
const EVENING = 22;

/** Every shipped kind that reads option chains, with parameters that make it trade within days. */
const KINDS = {
  'opening-range-breakout': { minutes: 60, maxDays: 30, stopLossPct: 5, takeProfitPct: 5 },
  'option-momentum': { lookback: 2, movePct: 0.2, hold: 3, minDays: 0 },
  'put-premium': { rankDays: 2, minRank: 0, keepPct: 2, minDays: 1 },
  'rsi-reversion': { period: 2, oversold: 40, overbought: 60, minDays: 0 },
};

type Kind = keyof typeof KINDS;

function defaultsOf(kind: string) {
  const all = Object.entries(SHIPPED[kind]!.parameters);
  return Object.fromEntries(all.map(([name, schema]) => [name, schema.default]));
}

/** A market with two expirations only, because the others would show the same again. */
const fewExpirations = ({ market }: RunDeps): Partial<RunDeps> => ({
  market: {
    ...{ candles: market.candles.bind(market), optionChain: market.optionChain.bind(market) },
    optionExpirations: async (...asked) => (await market.optionExpirations(...asked)).slice(5, 7),
  },
});

class Scene {
  private constructor(
    readonly desk: LiveRunsDesk,
    private readonly pool: ThreadPool,
  ) {
    this.one = desk.server(fewExpirations);
  }

  one: RunServer;

  static async open(open: OpenTestDatabase): Promise<Scene> {
    const desk = await LiveRunsDesk.open(open, {});
    desk.clock.set(new Date(FROM - HOUR_MS / 2));
    const code = async (kind: string) => ({ shipped: kind });
    return new Scene(desk, new ThreadPool(threadProgram('strategy-thread'), code, 1));
  }

  async close(): Promise<void> {
    await this.pool.close();
    await this.desk.close();
  }

  start(kind: Kind): Promise<StrategyRun> {
    return this.desk.start(this.one.store, {
      ...{ id: kind, kind, interval: 'ONE_HOUR', symbols: ['SPY'] },
      parameters: { ...defaultsOf(kind), ...KINDS[kind] },
    });
  }

  get parts() {
    return driftParts(this.desk, this.one, { pool: this.pool, version: 'v1' });
  }

  async hours(count: number): Promise<void> {
    const { desk } = this;
    for (let n = 0; n < count; n += 1) {
      const end = (Math.floor(desk.clock.now().getTime() / HOUR_MS) + 1) * HOUR_MS;
      desk.clock.set(new Date(end + 500));
      await this.one.desk.takeSnapshots.execute();
      desk.clock.set(new Date(end + 1_000));
      await desk.step();
      // Placed orders fill a moment later.
      desk.clock.advance(2_000);
      await desk.step();
      await this.one.desk.takeSnapshots.execute();
      if (new Date(end).getUTCHours() === EVENING) await this.parts.reckon.execute();
    }
  }

  async compared() {
    const report = await this.parts.read.report(ADA, {});
    const rows = Array.from({ length: report.rows }, (_, n) => report.row(n));
    return rows.filter(({ awaiting }) => !awaiting);
  }

  evidence(kind: Kind) {
    const since = new Date(FROM - HOUR_MS);
    return driftOfStrategy(this.parts.kept, 'ada', `strategy-${kind}`, since);
  }
}

describe.each(databases())('runs of kinds that read option chains on %s', (name, open) => {
  it('are explained to the cent by a backtest that reads what they read', async () => {
    const t = await Scene.open(open);
    const { desk, one } = t;
    const isWhole = name === 'SQLite';
    const kinds = isWhole ? (Object.keys(KINDS) as Kind[]) : (['rsi-reversion'] as const);
    const runs: StrategyRun[] = [];
    for (const kind of kinds) runs.push(await t.start(kind));
    await t.hours(isWhole ? 35 : 11);
    const decided = (trades: readonly DriftTrade[]) =>
      trades.map(({ symbol, decidedAt }) => [symbol, new Date(decidedAt).toISOString()]);
    for (const run of runs) {
      const { problem, gaps, trades } = await t.parts.should(run, desk.clock.now());
      expect([problem, gaps], run.kind).toEqual([null, []]);
      const made = await recordOf({ store: t.parts.store, runs: one.store }, run);
      const ended = made.trades.filter(({ result }) => result !== null);
      expect(ended.length, run.kind).toBeGreaterThan(0);
      expect(decided(trades)).toEqual(decided(ended));
    }
    const compared = await t.compared();
    expect(compared.length).toBeGreaterThan(isWhole ? 10 : 2);
    for (const { problem, symbol, split, tradeId } of compared)
      expect([problem, tradeId === null, split.UNEXPLAINED, split.SIZE], symbol).toEqual([
        ...[null, false, ZERO, ZERO],
      ]);
    const { trades, unexplained } = await t.evidence('rsi-reversion');
    expect([trades > 2, unexplained.toFixed()]).toEqual([true, '0']);
    await t.close();
  }, 240_000);
});

describe('a run that reads option chains', () => {
  it('says what it does not know where the book went otherwise, and goes on from there', async () => {
    const t = await Scene.open(openSqlite);
    const { desk } = t;
    let { one } = t;
    const run = await t.start('rsi-reversion');
    const isOpen = async () => (await one.store.activeTrades('ada', run.strategyId)).length > 0;
    while (!(await isOpen())) await t.hours(1);
    // A person closes a position that the strategy would have held.
    const [{ trade }] = (await one.store.activeTrades('ada', run.strategyId)) as [TradeAggregate];
    const close = { id: trade.id, idempotencyKey: 'closed-by-hand', orderType: 'MARKET' } as const;
    await one.desk.trading.executeOrder(ADA, {
      close: { ...close, expectedVersion: trade.version },
    });
    desk.clock.advance(2_000);
    await desk.step();
    expect(await isOpen()).toBe(false);
    // Then the desk is down for some bars, and after that an entry is refused.
    await t.hours(6);
    await desk.kill(one);
    desk.clock.advance(3 * HOUR_MS);
    one = t.one = desk.server(fewExpirations);
    await t.hours(3);
    desk.strategies.set(run.strategyId, {
      ...desk.strategies.get(run.strategyId)!,
      budget: dec(1),
    });
    await t.hours(8);
    desk.strategies.set(run.strategyId, { ...desk.strategies.get(run.strategyId)!, budget: null });
    while (new Date(desk.clock.now()).getUTCHours() !== EVENING) await t.hours(1);
    const compared = await t.compared();
    const blind = compared.filter(({ problem }) => problem !== null);
    expect(blind).toMatchObject([
      { tradeId: trade.id, problem: expect.stringContaining('ended') as string },
    ]);
    const known = compared.filter(({ problem }) => problem === null);
    expect(known.length).toBeGreaterThan(4);
    for (const { split, symbol } of known) expect(split.UNEXPLAINED, symbol).toEqual(ZERO);
    const { items } = await one.store.noTrades('ada', run.strategyId, { first: 30, after: null });
    const notes = items.map(({ item }) => [item.noTrade?.code, item.shadowPnl, item.shadowNote]);
    expect(notes.length).toBeGreaterThan(1);
    for (const note of notes)
      expect(note).toEqual([
        ...['STRATEGY_BUDGET', null],
        'Nobody recorded the quotes of a contract that was not held.',
      ]);
    // Neither of the two is evidence against the strategy.
    const evidence = await t.evidence('rsi-reversion');
    expect(evidence).toMatchObject({ trades: known.length, unknown: 1, unexplained: ZERO });
    await t.close();
  }, 240_000);
});
