import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ThreadPool } from '../../../server/adapters/strategy-host/pool/thread-pool.ts';
import { threadProgram } from '../../../server/compose/threads.ts';
import { sum } from '../../../server/domain/decimal.ts';
import { DRIFT_CAUSES } from '../../../server/domain/drift/drift-cause.ts';
import type { DriftTrade } from '../../../server/domain/drift/drift-trade.ts';
import type { TradeFilter } from '../../../server/ports/book-page.ts';
import { driftOfStrategy } from '../../../server/usecases/drift/drift-of-strategy.ts';
import type { ReadDrift } from '../../../server/usecases/drift/read-drift.ts';
import { ReckonDrift } from '../../../server/usecases/drift/reckon-drift.ts';
import { databases } from '../../support/databases/databases.ts';
import { driftParts } from '../../support/desks/drift-parts.ts';
import { LiveRunsDesk, type RunServer } from '../../support/desks/live-runs-desk.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const MINUTE = 60_000;

/** A strategy that at each bar enters when flat and exits when it holds. */
const FLIPS = `export default { title: 'T', description: 'D', assetClasses: ['EQUITY'],
  create: () => ({ onBar(bar, desk) {
    if (desk.position(bar.symbol)) desk.exit(bar.symbol);
    else desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '2' });
  } }) };`;
const GREEDY = FLIPS.replace("quantity: '2'", "quantity: '1000000'");
const KINDS = { flips: FLIPS, greedy: GREEDY };

describe.each(databases())('strategies’ trades beside their references on %s', (_, open) => {
  let desk: LiveRunsDesk;
  let one: RunServer;
  let pool: ThreadPool;
  let version: string;
  beforeEach(async () => {
    desk = await LiveRunsDesk.open(open, KINDS, ['ada', 'bob']);
    one = desk.server();
    version = 'v1';
    pool = new ThreadPool(
      threadProgram('strategy-thread'),
      async (kind) => ({ kind, module: KINDS[kind as keyof typeof KINDS] }),
      1,
    );
  });
  afterEach(async () => {
    await pool.close();
    await desk.close();
  });

  const parts = () => driftParts(desk, one, { pool, version });
  const minutes = async (count: number) => {
    for (let n = 0; n < count; n += 1) await desk.nextMinute();
  };
  /** Five minutes after the exchange's close. */
  const evening = () => desk.clock.set(new Date(NOON.getTime() + 4 * 3_600_000 + 5 * MINUTE));
  const actor = (username: string) => ({ username }) as Parameters<ReadDrift['report']>[0];
  const reported = async (filter: TradeFilter = {}, username = 'ada') => {
    const report = await parts().read.report(actor(username), filter);
    const rows = Array.from({ length: report.rows }, (__, n) => report.row(n));
    const stats = await one.desk.reports.stats(actor(username), filter, []);
    // This holds by definition for any filter: see the contract.
    expect(report.total.equals(report.actual.minus(report.expected))).toBe(true);
    expect(sum(report.causes.map(({ amount }) => amount)).equals(report.total)).toBe(true);
    for (const cause of DRIFT_CAUSES) {
      const found = report.causes.find((each) => each.cause === cause)!;
      expect(sum(rows.map(({ split }) => split[cause])).equals(found.amount), cause).toBe(true);
    }
    for (const { expected, actual, split } of rows)
      expect(sum(Object.values(split)).equals(actual.minus(expected))).toBe(true);
    return { report, rows, stats };
  };
  const alerts = async () => {
    const { items } = await one.book.read('ada').alerts(false, { first: 99, after: null });
    return items.map(({ item }) => item.kind);
  };
  const strategyDrift = () => driftOfStrategy(parts().kept, 'ada', 'strategy-r1', NOON);
  const amounts = ({ causes }: Awaited<ReturnType<typeof reported>>['report']) =>
    Object.fromEntries(
      causes.flatMap(({ cause, trades }) => (trades > 0 ? [[cause, trades]] : [])),
    );

  it('are explained to the last digit, those that a pause has missed as well', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'flips' });
    await minutes(4);
    await desk.kill(one);
    desk.clock.advance(4 * MINUTE);
    one = desk.server();
    await minutes(4);
    const before = await reported();
    expect(before.report).toMatchObject({ trades: 4, awaiting: 4 });
    expect(amounts(before.report)).toEqual({ UNEXPLAINED: 4 });
    expect(before.report.actual.equals(before.stats.totalPnl)).toBe(true);
    evening();
    await parts().reckon.execute();
    const { report, rows, stats } = await reported();
    expect(report).toMatchObject({ trades: 4, awaiting: 0 });
    expect(report.actual.equals(stats.totalPnl)).toBe(true);
    expect(rows.filter(({ tradeId }) => tradeId === null)).toHaveLength(2);
    // The reference lacks one of our trades: out of step since the pause, it held when we were flat.
    expect(amounts(report)).toEqual({ ENTRY_PRICE: 3, EXIT_PRICE: 3, FEED_DELAY: 3, MISSED: 3 });
    expect((await alerts()).includes('DRIFT_UNEXPLAINED')).toBe(false);
    const { items } = await one.store.noTrades('ada', 'strategy-r1', { first: 99, after: null });
    expect(items.some(({ item }) => item.shadowPnl !== null)).toBe(true);
    const bob = await reported({}, 'bob');
    expect([bob.report.trades, bob.rows]).toEqual([0, []]);
    expect(await strategyDrift()).toMatchObject({ trades: 6 });
    const { gross, unexplained, actual } = await strategyDrift();
    expect([unexplained.toFixed(), actual.equals(report.actual)]).toEqual(['0', true]);
    expect(gross.equals(sum(rows.map(({ expected }) => expected.abs())))).toBe(true);
  });

  it('are what stats counts with any filter, and the reference’s own are filtered as they are', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'flips' });
    await minutes(2);
    await desk.kill(one);
    desk.clock.advance(3 * MINUTE);
    one = desk.server();
    await minutes(6);
    evening();
    await parts().reckon.execute();
    const all = await reported();
    const own = all.rows.filter(({ tradeId }) => tradeId === null).length;
    expect(own).toBeGreaterThan(0);
    const noon = new Date(NOON.getTime() + 5 * MINUTE);
    const filters: readonly TradeFilter[] = [
      ...[{ symbol: 'SPY' }, { symbol: 'QQQ' }, { outcome: 'LOSS' }, { outcome: 'WIN' }],
      ...[{ strategy: 'r1' }, { text: 'R1' }, { text: 'none' }, { tag: 'none' }],
      ...[{ openedFrom: noon }, { closedTo: noon }, { status: ['SL_HIT'] }],
    ] as TradeFilter[];
    const counted: [number, number][] = [];
    for (const filter of filters) {
      const { report, rows, stats } = await reported(filter);
      expect(report.actual.equals(stats.totalPnl), JSON.stringify(filter)).toBe(true);
      expect(report.trades).toBe(stats.trades);
      counted.push([report.trades, rows.length]);
    }
    const whole: [number, number] = [all.report.trades, all.rows.length];
    expect(counted.slice(0, 2)).toEqual([whole, [0, 0]]);
    expect(counted[2]![1] + counted[3]![1]).toBeLessThanOrEqual(whole[1]);
    expect(counted.slice(4, 8)).toEqual([whole, whole, [0, 0], [0, 0]]);
    expect(counted[8]![0] + counted[9]![0]).toBe(whole[0]);
    expect(counted[10]).toEqual([0, 0]);
  });

  it('are REJECTED where the desk refused an entry', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'greedy' });
    await minutes(4);
    evening();
    await parts().reckon.execute();
    const { report, rows } = await reported();
    expect(report.trades).toBe(0);
    expect(rows.length).toBeGreaterThan(0);
    expect(amounts(report)).toEqual({ REJECTED: rows.length });
  });

  it('are UNEXPLAINED without a reference, which says why', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'flips' });
    await minutes(5);
    version = 'v2';
    evening();
    const { store, reckon } = parts();
    await reckon.execute();
    const { report, rows } = await reported();
    expect(Object.keys(amounts(report))).toEqual(['UNEXPLAINED']);
    expect(report).toMatchObject({ trades: 2, awaiting: 0, unknown: 2 });
    const problem = 'The code of its kind has changed since it was started.';
    expect(await store.reference({ username: 'ada', id: 'r1' })).toMatchObject({ problem });
    expect(rows.map((row) => row.problem)).toEqual([problem, problem]);
    expect(await strategyDrift()).toMatchObject({ trades: 0, unknown: 2 });
  });

  it('raise one alert where far more differs than any cause explains', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'flips' });
    await minutes(5);
    evening();
    const { store, expected } = parts();
    const blind = (trade: DriftTrade): DriftTrade => {
      const { leg, proceeds, ...result } = trade.result!;
      const far = { leg: { ...leg, market: null }, proceeds: proceeds.plus(50), ...result };
      return { ...trade, result: far };
    };
    const reckon = new ReckonDrift({
      ...{ store, runs: one.store, book: one.book, clock: desk.clock },
      expected: {
        of: async (...asked) => {
          const known = await expected.of(...asked);
          return { ...known, trades: known.trades.map(blind) };
        },
      },
    });
    await reckon.execute();
    await reckon.execute();
    const { items } = await one.book.read('ada').alerts(false, { first: 99, after: null });
    const told = items.filter(({ item }) => item.kind === 'DRIFT_UNEXPLAINED');
    expect(told).toHaveLength(1);
    expect(told[0]!.item).toMatchObject({
      severity: 'WARNING',
      tradeId: expect.anything() as string,
    });
    expect(told[0]!.item.message).toContain('2 trades differ from the reference of r1');
    expect((await strategyDrift()).unexplained.greaterThan(90)).toBe(true);
  });

  it('are compared once for each day, and one that fails keeps no other from its turn', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'flips' });
    await desk.start(one.store, { id: 'r2', kind: 'flips', username: 'bob' });
    await minutes(3);
    evening();
    const { store, reckon } = parts();
    const broken = { of: async () => Promise.reject(new Error('no thread')) };
    const all = { store, runs: one.store, book: one.book, clock: desk.clock };
    const half = new ReckonDrift({
      ...all,
      expected: {
        of: (run, ...asked) =>
          run.username === 'bob' ? broken.of() : parts().expected.of(run, ...asked),
      },
    });
    await expect(half.execute()).rejects.toMatchObject({ usernames: ['bob'] });
    expect((await reported()).report.awaiting).toBe(0);
    expect((await reported({}, 'bob')).report.awaiting).toBe(1);
    const known = await store.changes('ada', 0, 100);
    await reckon.execute();
    expect((await reported({}, 'bob')).report.awaiting).toBe(0);
    await reckon.execute();
    expect(await store.changes('ada', 0, 100)).toEqual(known);
    expect(await store.due(new Date(desk.clock.now().getTime() - 5 * MINUTE), NOON, 9)).toEqual([]);
  });
});
