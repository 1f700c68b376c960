import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlBacktestEvidence } from '../../server/adapters/database/strategies/sql-backtest-evidence.ts';
import { SqlBacktestQueue } from '../../server/adapters/database/strategies/sql-backtest-queue.ts';
import { SqlBacktestRoom } from '../../server/adapters/database/strategies/sql-backtest-room.ts';
import { SqlBacktests } from '../../server/adapters/database/strategies/sql-backtests.ts';
import { SqlStrategies } from '../../server/adapters/database/strategies/sql-strategies.ts';
import { MOST_TRIED } from '../../server/ports/backtest-evidence.ts';
import type { Backtest } from '../../server/ports/backtests.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aBacktest, aResult, aStrategy, aSweep } from '../support/values/strategies.ts';

const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const PAGE = { first: 100, after: null };

describe.each(databases())('what a user keeps of backtests on %s', (_, open) => {
  let db: TestDatabase;
  let queue: SqlBacktestQueue;
  beforeEach(async () => {
    db = await open('desk');
    queue = new SqlBacktestQueue(db.knex, 'one');
    const strategies = new SqlStrategies(db.knex);
    await strategies.add(aStrategy({ version: 2 }));
    await strategies.add(aStrategy({ id: 's2', name: 'other' }));
  });
  afterEach(() => db.close());

  const trim = (backtests: number, sweeps: number, signal = new AbortController().signal) =>
    new SqlBacktestRoom(db.knex).trim('ada', { backtests, sweeps }, signal);
  const ids = async (username = 'ada') => {
    const { items } = await new SqlBacktests(db.knex).backtests(username, null, PAGE);
    return items.map(({ item }) => item.id);
  };
  const sweepIds = async () => {
    const { items } = await new SqlBacktests(db.knex).sweeps('ada', null, PAGE);
    return items.map(({ item }) => item.id);
  };
  const stored = async (table: string, column: string) =>
    [...new Set(await db.knex(table).pluck<string[]>(column))].sort();

  async function ran(parts: Partial<Backtest> & { readonly id: string }, trades = 1) {
    const work = { kind: 'backtest', id: parts.id, username: parts.username ?? 'ada' } as const;
    await queue.addBacktest(aBacktest(parts));
    await queue.claim(work, NOON);
    const tried = { data: 'data', parameters: parts.id };
    await queue.finishBacktest(work, { ...aResult(trades), input: {}, tried }, NOON);
  }

  async function swept(id: string, minutes: number, runs: number, strategyId = 's1') {
    const work = { kind: 'sweep', id, username: 'ada' } as const;
    await queue.addSweep(aSweep({ id, strategyId, createdAt: at(minutes) }));
    await queue.claim(work, NOON);
    for (let place = 0; place < runs; place += 1) {
      const run = { ...aResult(1), id: `${id}-${place}`, place, parameters: {}, input: {} };
      const tried = { data: 'data', parameters: `${place}` };
      await queue.addRun(work, { ...run, tried }, place + 1, NOON);
    }
    await queue.finishSweep(work, null, NOON);
  }

  it('is the newest of them, and what the gate to PAPER reads or waits', async () => {
    await queue.addBacktest(aBacktest({ id: 'waits', createdAt: at(0) }));
    await ran({ id: 'old', createdAt: at(1) });
    await ran({ id: 'gate', createdAt: at(2), strategyVersion: 2 });
    await ran({ id: 'of-other', createdAt: at(3), strategyId: 's2' });
    await ran({ id: 'its-newest', createdAt: at(4), strategyId: 's2' });
    await queue.addBacktest(aBacktest({ id: 'canceled', createdAt: at(5) }));
    await queue.cancel({ kind: 'backtest', id: 'canceled', username: 'ada' }, NOON);
    await ran({ id: 'newer', createdAt: at(6) });
    await ran({ id: 'newest', createdAt: at(7) });
    await ran({ id: 'bobs', createdAt: at(0), username: 'bob' });
    await trim(8, 0);
    expect(await ids()).toHaveLength(8);
    await trim(2, 0);
    expect(await ids()).toEqual(['newest', 'newer', 'its-newest', 'gate', 'waits']);
    expect(await ids('bob')).toEqual(['bobs']);
    expect(await stored('backtest_parts', 'backtest_id')).toEqual([
      'bobs',
      'gate',
      'its-newest',
      'newer',
      'newest',
    ]);
    expect(await stored('backtests', 'username')).toEqual(['ada', 'bob']);
  });

  it('is the newest sweeps with their runs, and of each strategy the newest', async () => {
    await swept('w1', 1, 3, 's2');
    await swept('w2', 2, 45);
    await swept('w3', 3, 2);
    await queue.addSweep(aSweep({ id: 'waits', createdAt: at(0) }));
    await trim(0, 1);
    expect(await sweepIds()).toEqual(['w3', 'w1', 'waits']);
    expect(await stored('backtests', 'sweep_id')).toEqual(['w1', 'w3']);
    expect(await stored('backtest_parts', 'username')).toEqual(['ada']);
    expect(await db.knex('backtests')).toHaveLength(5);
  });

  it('counts all that was tried, once, though it is no longer stored', async () => {
    for (const id of ['1', '2', 'mine']) await ran({ id: `r${id}`, createdAt: at(1) });
    await swept('w1', 1, 4);
    await swept('w2', 2, 3);
    const evidence = new SqlBacktestEvidence(db.knex);
    expect(await evidence.triedOn('ada', 'data')).toBe(7);
    await trim(0, 0);
    expect([await ids(), await sweepIds()]).toEqual([[], ['w2']]);
    expect(await evidence.triedOn('ada', 'data')).toBe(7);
    expect(await evidence.triedOn('ada', 'other')).toBe(0);
    expect(await evidence.triedOn('bob', 'data')).toBe(0);
  });

  it('has no more of what was tried than counts, of each data apart', async () => {
    const kept = (data: string) => db.knex('backtest_tries').where({ data }).pluck('parameters');
    await db.knex.raw(
      `INSERT INTO backtest_tries (username, data, parameters)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       SELECT 'ada', 'data', 'x' || i FROM n`,
      [MOST_TRIED - 1],
    );
    const evidence = new SqlBacktestEvidence(db.knex);
    await ran({ id: 'r1', createdAt: at(1) });
    await ran({ id: 'r2', createdAt: at(2) });
    expect(await evidence.triedOn('ada', 'data')).toBe(MOST_TRIED);
    await trim(1, 0);
    expect(await kept('data')).toHaveLength(MOST_TRIED);
    await ran({ id: 'r3', createdAt: at(3) });
    await db.knex('backtests').where({ id: 'r3' }).update({ tried_data: 'other' });
    await trim(0, 0);
    expect(await ids()).toEqual([]);
    expect(await kept('data')).toHaveLength(MOST_TRIED);
    expect(await evidence.triedOn('ada', 'data')).toBe(MOST_TRIED);
    expect(await kept('other')).toEqual(['r3']);
  });

  it('is gone for its user at once, and deleted in steps by whoever comes next', async () => {
    await ran({ id: 'large', createdAt: at(1) }, 6_000);
    await ran({ id: 'new', createdAt: at(2) });
    const ended = new AbortController();
    const deleted: number[] = [];
    db.knex.on('query-response', (rows: unknown, { sql }: { sql: string }) => {
      if (!/^delete from .backtest_parts/.test(sql)) return;
      deleted.push(Number(rows));
      ended.abort();
    });
    await trim(1, 0, ended.signal);
    expect(await ids()).toEqual(['new']);
    expect(await stored('backtests', 'id')).toEqual(['large', 'new']);
    await trim(1, 0);
    expect(await stored('backtests', 'id')).toEqual(['new']);
    expect(await stored('backtest_parts', 'backtest_id')).toEqual(['new']);
    expect(deleted.length).toBeGreaterThan(3);
  });
});
