import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlBacktestEvidence } from '../../server/adapters/database/strategies/sql-backtest-evidence.ts';
import { SqlBacktestQueue } from '../../server/adapters/database/strategies/sql-backtest-queue.ts';
import type { Backtest } from '../../server/ports/backtests.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aBacktest, aResult, aStrategy, aSweep, TRIED } from '../support/values/strategies.ts';

describe.each(databases())('the evidence of backtests on %s', (_, open) => {
  let db: TestDatabase;
  let queue: SqlBacktestQueue;
  let evidence: SqlBacktestEvidence;
  beforeEach(async () => {
    db = await open('desk');
    queue = new SqlBacktestQueue(db.knex, 'one');
    evidence = new SqlBacktestEvidence(db.knex);
  });
  afterEach(() => db.close());

  async function ran(parts: Partial<Backtest> & { readonly id: string }, tried = TRIED) {
    const backtest = aBacktest(parts);
    const work = { kind: 'backtest', id: parts.id, username: backtest.username } as const;
    await queue.addBacktest(backtest);
    await queue.claim(work, NOON);
    await queue.finishBacktest(work, { ...aResult(1), input: { seed: 1 }, tried }, NOON);
  }

  async function swept(ids: readonly string[]) {
    const sweep = { kind: 'sweep', id: 'w1', username: 'ada' } as const;
    await queue.addSweep(aSweep());
    await queue.claim(sweep, NOON);
    for (const [place, id] of ids.entries()) {
      const run = { ...aResult(1), id: `run-${id}`, place, parameters: { n: place }, input: {} };
      const tried = { data: 'data', parameters: id };
      await queue.addRun(sweep, { ...run, tried }, place + 1, NOON);
    }
  }

  it('is the newest run that is done of the present version, no run of a sweep', async () => {
    const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
    const strategy = aStrategy();
    expect(await evidence.last(strategy)).toBeNull();
    await ran({ id: 'old', createdAt: at(1) });
    await ran({ id: 'new', createdAt: at(2) });
    await ran({ id: 'next-version', createdAt: at(3), strategyVersion: 2 });
    await ran({ id: 'bobs', createdAt: at(4), username: 'bob' });
    await queue.addBacktest(aBacktest({ id: 'waits', createdAt: at(5) }));
    await swept(['r1']);
    expect((await evidence.last(strategy))?.id).toBe('new');
    expect((await evidence.last({ ...strategy, version: 2 }))?.id).toBe('next-version');
    expect(await evidence.last({ ...strategy, version: 3 })).toBeNull();
  });

  it('counts each kind with its parameters once on the same data, sweeps included', async () => {
    await ran({ id: 'one' });
    await ran({ id: 'again' });
    await swept(['r1', 'r2', 'one']);
    await ran({ id: 'elsewhere' }, { data: 'other', parameters: 'three' });
    await ran({ id: 'bobs', username: 'bob' }, { data: 'data', parameters: 'four' });
    expect(await evidence.triedOn('ada', 'data')).toBe(3);
    expect(await evidence.triedOn('ada', 'other')).toBe(1);
    expect(await evidence.triedOn('bob', 'data')).toBe(1);
    expect(await evidence.triedOn('bob', 'other')).toBe(0);
  });

  it('keeps whether a run looks ahead, the first finding for ever, for its user alone', async () => {
    await ran({ id: 'b1' });
    expect(await evidence.lookAhead('ada', 'b1')).toBeNull();
    await evidence.keepLookAhead('bob', 'b1', 'LEAKS');
    expect(await evidence.lookAhead('ada', 'b1')).toBeNull();
    await evidence.keepLookAhead('ada', 'b1', 'NONE');
    await evidence.keepLookAhead('ada', 'b1', 'LEAKS');
    expect(await evidence.lookAhead('ada', 'b1')).toBe('NONE');
    expect(await evidence.lookAhead('bob', 'b1')).toBeNull();
  });
});
