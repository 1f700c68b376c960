import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { SqlDriftStore } from '../../../server/adapters/database/drift/sql-drift-store.ts';
import { ThreadPool } from '../../../server/adapters/strategy-host/pool/thread-pool.ts';
import { threadProgram } from '../../../server/compose/threads.ts';
import { BacktestReference } from '../../../server/usecases/drift/backtest-reference.ts';
import { ReckonDrift } from '../../../server/usecases/drift/reckon-drift.ts';
import { recordOf, type RecordDeps } from '../../../server/usecases/drift/run-record.ts';
import { openSqlite } from '../../support/databases/databases.ts';
import { LiveRunsDesk } from '../../support/desks/live-runs-desk.ts';
import { aTrade } from '../../support/values/builders.ts';
import { aDecision, aRun } from '../../support/values/strategy-runs.ts';

/** A strategy that enters at a limit far below the market, and cancels the entry at the next bar. */
const CHEAP = `export default { title: 'T', description: 'D', assetClasses: ['EQUITY'],
  create: () => { let n = 0; return { onBar(bar, desk) {
    n += 1;
    const limitPrice = (bar.close / 2).toFixed(2);
    if (n === 1) desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '2', orderType: 'LIMIT', limitPrice });
    if (n === 2) desk.cancel(bar.symbol);
  } }; } };`;
const KINDS = { cheap: CHEAP };

it('an entry whose order ended without a fill becomes no trade, and what it would have made is said', async () => {
  const desk = await LiveRunsDesk.open(openSqlite, KINDS, ['ada']);
  const server = desk.server();
  const pool = new ThreadPool(
    threadProgram('strategy-thread'),
    async (kind) => ({ kind, module: CHEAP }),
    1,
  );
  const page = { first: 9, after: null };
  const noTrades = async () =>
    (await server.store.noTrades('ada', 'strategy-r1', page)).items.map(({ item }) => item);
  await desk.start(server.store, { id: 'r1', kind: 'cheap' });
  for (let n = 0; n < 4; n += 1) await desk.nextMinute();
  expect(await noTrades()).toEqual([]);

  desk.clock.advance(5 * 3_600_000);
  const store = new SqlDriftStore(server.knex, 'PAPER');
  const expected = new BacktestReference({
    ...{ store, pool, settings: desk.settings },
    kinds: { find: async () => ({ version: 'v1' }) as never },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  });
  const { store: runs, book } = server;
  await new ReckonDrift({ store, runs, expected, book, clock: desk.clock }).execute();
  const told = await noTrades();
  expect(told).toMatchObject([
    { ask: { action: 'ENTER' }, noTrade: { code: 'NEVER_FILLED', actNeeded: false } },
  ]);
  expect(told[0]!.tradeId).not.toBeNull();
  expect(told[0]!.shadowNote).toBe('The reference did not make this trade either.');
  await pool.close();
  await desk.close();
});

it('an entry that a halt kept from being sent says so, and was refused', async () => {
  const taken = (key: string, tradeId: string) =>
    aDecision({ key, tradeId, state: 'TAKEN', noTrade: null });
  const decisions = [taken('a', 'paper_a'), taken('b', 'paper_b'), taken('c', 'paper_c')];
  const asked: string[][] = [];
  const runs: RecordDeps['runs'] = {
    activeTrades: async () => [{ trade: aTrade({ id: 'paper_c' }), orders: [] }],
    tradesSince: async () => [],
    heldBack: async (_, ids) => {
      asked.push([...ids]);
      return new Set(['paper_b']);
    },
  };
  const store = { decisions: async () => decisions, fillsSeen: async () => [] };
  const { lapsed, unfilled } = await recordOf({ store, runs }, aRun());
  expect(asked).toEqual([['paper_a', 'paper_b']]);
  expect(lapsed.map(({ key, state, noTrade }) => [key, state, noTrade?.code])).toEqual([
    ['a', 'NO_TRADE', 'NEVER_FILLED'],
    ['b', 'NO_TRADE', 'KILL_SWITCH'],
  ]);
  const fates = unfilled.map((each) => [each.id, each.unfilled]);
  expect(Object.fromEntries(fates)).toEqual({ a: 'LAPSED', b: 'REFUSED', c: 'WAITING' });
});
