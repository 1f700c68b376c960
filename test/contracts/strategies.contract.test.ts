import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlBacktestQueue } from '../../server/adapters/database/strategies/sql-backtest-queue.ts';
import { SqlBacktests } from '../../server/adapters/database/strategies/sql-backtests.ts';
import { SqlStrategies } from '../../server/adapters/database/strategies/sql-strategies.ts';
import { dec } from '../../server/domain/decimal.ts';
import { LEASE_MS } from '../../server/ports/leases.ts';
import { StrategyNameTaken } from '../../server/ports/strategies.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aBacktest, aResult, aStrategy, aSweep, TRIED } from '../support/values/strategies.ts';

describe.each(databases())('strategies on %s', (_, open) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await open('desk');
  });
  afterEach(() => db.close());

  describe('a strategy', () => {
    it('is its user’s alone, exact, and its name is unique among that user’s', async () => {
      const store = new SqlStrategies(db.knex);
      const ada = aStrategy({ budget: dec('1000.10'), interval: 'ONE_DAY' });
      await store.add(ada);
      await expect(store.add(aStrategy({ id: 's2' }))).rejects.toThrow(StrategyNameTaken);
      await store.add(aStrategy({ id: 's3', username: 'bob' }));
      expect(await store.of('ada')).toEqual([ada]);
      expect(await store.byId('bob', ada.id)).toBeNull();
    });

    it('is replaced at the version that was read, and not to a name that is taken', async () => {
      const store = new SqlStrategies(db.knex);
      const one = aStrategy();
      await store.add(one);
      await store.add(aStrategy({ id: 's2', name: 'other' }));
      const next = { ...one, version: 2 };
      expect(await store.replace(one, next)).toBeNull();
      expect(await store.replace(one, { ...one, name: 'late' })).toEqual(next);
      await expect(store.replace(next, { ...next, name: 'other' })).rejects.toThrow(
        StrategyNameTaken,
      );
    });

    it('is not replaced where it stands on another rung than it was read on', async () => {
      const store = new SqlStrategies(db.knex);
      const one = aStrategy();
      await store.add(one);
      const promoted = { ...one, stage: 'PAPER', demotedAt: NOON } as const;
      expect(await store.replace(one, promoted)).toBeNull();
      expect(await store.replace(one, { ...one, name: 'late' })).toEqual(promoted);
      await store.add(aStrategy({ id: 's2', name: 'low', username: 'bob' }));
      expect(await store.above('BACKTEST')).toEqual([promoted]);
    });

    it('begins anew where the code of its kind has changed, once', async () => {
      const store = new SqlStrategies(db.knex);
      await store.add(aStrategy({ stage: 'PAPER' }));
      await store.add(aStrategy({ id: 's2', name: 'b', kind: 'coin-flip' }));
      const changed = await store.codeChanged('sma-cross', 'v2', NOON);
      const anew = { id: 's1', version: 2, codeVersion: 'v2', stage: 'BACKTEST', since: NOON };
      expect(changed).toMatchObject([anew]);
      expect(await store.codeChanged('sma-cross', 'v2', NOON)).toEqual([]);
      expect(await store.byId('ada', 's2')).toMatchObject({ version: 1 });
    });
  });

  describe('the queue', () => {
    let now = 1_000_000;
    const server = (name: string) => new SqlBacktestQueue(db.knex, name, () => now);
    const work = { kind: 'backtest', id: 'b1', username: 'ada' } as const;
    const read = async () => (await new SqlBacktests(db.knex).backtest('ada', 'b1'))!;

    it('gives a backtest to one of two servers, and its result to its user', async () => {
      const [one, two] = [server('one'), server('two')];
      await one.addBacktest(aBacktest());
      expect(await two.waiting()).toEqual([work]);
      const claims = await Promise.all([one.claim(work, NOON), two.claim(work, NOON)]);
      expect(claims.filter(Boolean)).toHaveLength(1);
      const [mine, other] = claims[0] ? [one, two] : [two, one];
      expect(await other.beat(work, 1, 2)).toBe(false);
      expect(await mine.beat(work, 1, 2)).toBe(true);
      expect(await read()).toMatchObject({ status: 'RUNNING', barsDone: 1, barsTotal: 2 });
      const run = { ...aResult(1_200), input: { seed: 1 }, tried: TRIED };
      expect(await other.finishBacktest(work, run, NOON)).toBe(false);
      expect(await mine.finishBacktest(work, run, NOON)).toBe(true);
      const done = await read();
      expect(done).toMatchObject({ status: 'DONE', trades: 1_200, input: { seed: 1 } });
      expect(done.summary).toEqual(run.summary);
      const reads = new SqlBacktests(db.knex);
      expect(await reads.equity('ada', 'b1')).toEqual(run.equity);
      expect(await reads.equity('bob', 'b1')).toEqual([]);
      const first = await reads.trades('ada', 'b1', { first: 500, after: null });
      const next = await reads.trades('ada', 'b1', {
        ...{ first: 490, after: first.items[494]!.cursor },
      });
      expect(first.hasNextPage).toBe(true);
      const newest = run.trades.flatMap((text) => JSON.parse(text) as object[]);
      expect(first.items.map(({ item }) => item)).toEqual(newest.slice(0, 500));
      expect(next.items.map(({ item }) => item)).toEqual(newest.slice(495, 985));
    });

    it('hands over what a server that died was at, and fails it the second time', async () => {
      const [one, two, three] = [server('one'), server('two'), server('three')];
      await one.addBacktest(aBacktest());
      await one.claim(work, NOON);
      expect(await two.waiting()).toEqual([]);
      now += LEASE_MS + 1;
      expect(await two.waiting()).toEqual([work]);
      expect(await two.claim(work, NOON)).toBe(true);
      expect(await one.beat(work, 1, 1)).toBe(false);
      now += LEASE_MS + 1;
      expect(await three.claim(work, NOON)).toBe(false);
      expect(await read()).toMatchObject({ status: 'FAILED', finishedAt: NOON });
      expect(await three.waiting()).toEqual([]);
    });

    it('tells of everyone’s oldest first, however many one user has', async () => {
      const one = server('one');
      const later = new Date(NOON.getTime() + 1_000);
      for (const id of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'])
        await one.addBacktest(aBacktest({ id }));
      await one.addBacktest(aBacktest({ id: 'z1', username: 'bob', createdAt: later }));
      const waiting = (await one.waiting()).map(({ id }) => id);
      expect(waiting).toEqual(['a1', 'z1', 'a2', 'a3', 'a4', 'a5']);
    });

    it('takes back what a server releases, as if it had not begun', async () => {
      const one = server('one');
      await one.addBacktest(aBacktest());
      for (let turn = 0; turn < 4; turn += 1) {
        expect(await one.claim(work, NOON)).toBe(true);
        await one.release(work);
      }
      expect(await read()).toMatchObject({ status: 'QUEUED' });
    });

    it('cancels once, for its user alone, and stores no result after that', async () => {
      const one = server('one');
      await one.addBacktest(aBacktest());
      await one.claim(work, NOON);
      expect(await one.cancel({ ...work, username: 'bob' }, NOON)).toBe(false);
      expect(await one.cancel(work, NOON)).toBe(true);
      expect(await one.cancel(work, NOON)).toBe(false);
      expect(await one.finishBacktest(work, { ...aResult(1), input: {}, tried: TRIED }, NOON)).toBe(
        false,
      );
      expect(await one.fail(work, 'late', NOON)).toBe(false);
      expect(await read()).toMatchObject({ status: 'CANCELED', summary: null, error: null });
    });

    it('lists sweeps, the newest first, to their user', async () => {
      const one = server('one');
      const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
      await one.addSweep(aSweep({ id: 'w1' }));
      await one.addSweep(aSweep({ id: 'w2', createdAt: at(2) }));
      await one.addSweep(aSweep({ id: 'w3', createdAt: at(1), strategyId: 's2' }));
      const reads = new SqlBacktests(db.knex);
      const idsOf = async (
        user: string,
        strategyId: string | null,
        after: string | null = null,
      ) => {
        const page = await reads.sweeps(user, strategyId, { first: 2, after });
        return { ids: page.items.map(({ item }) => item.id), last: page.items.at(-1)?.cursor };
      };
      const first = await idsOf('ada', null);
      expect(first.ids).toEqual(['w2', 'w3']);
      expect((await idsOf('ada', null, first.last)).ids).toEqual(['w1']);
      expect((await idsOf('ada', 's2')).ids).toEqual(['w3']);
      expect((await idsOf('bob', null)).ids).toEqual([]);
    });

    it('keeps runs of a sweep, the best lower bound first', async () => {
      const one = server('one');
      const sweep = { kind: 'sweep', id: 'w1', username: 'ada' } as const;
      await one.addSweep(aSweep());
      await one.claim(sweep, NOON);
      for (const [place, low] of [0.5, null, 2.25].entries()) {
        const result = aResult(2, low);
        const run = {
          ...{ ...result, id: `r${place}`, place, parameters: { n: place }, input: {} },
          tried: TRIED,
        };
        expect(await one.addRun(sweep, run, place + 1, NOON)).toBe(true);
      }
      const reads = new SqlBacktests(db.knex);
      const runs = await reads.sweepRuns('ada', 'w1', { first: 2, after: null });
      expect(runs.items.map(({ item }) => item.id)).toEqual(['r2', 'r0']);
      expect(runs).toMatchObject({ hasNextPage: true, totalCount: 3 });
      const after = runs.items[1]!.cursor;
      const rest = await reads.sweepRuns('ada', 'w1', { first: 2, after });
      expect(rest.items.map(({ item }) => item.parameters)).toEqual([{ n: 1 }]);
      expect(await one.placesDone(sweep)).toEqual(new Map([0, 1, 2].map((place) => [place, null])));
      expect(await reads.backtests('ada', null, { first: 5, after: null })).toMatchObject({
        totalCount: 0,
      });
      expect(await reads.sweepRuns('bob', 'w1', { first: 5, after: null })).toMatchObject({
        totalCount: 0,
      });
    });

    it('keeps a run of a sweep that failed with its reason, after all others', async () => {
      const one = server('one');
      const sweep = { kind: 'sweep', id: 'w1', username: 'ada' } as const;
      await one.addSweep(aSweep());
      await one.claim(sweep, NOON);
      const at = (place: number) => ({
        id: `r${place}`,
        place,
        parameters: { n: place },
        input: {},
      });
      expect(await one.addRun(sweep, { ...at(0), error: 'no idea' }, 1, NOON)).toBe(true);
      for (const [place, low] of [-1e9, null].entries())
        await one.addRun(sweep, { ...aResult(2, low), ...at(place + 1), tried: TRIED }, 2, NOON);
      const reads = new SqlBacktests(db.knex);
      const { items } = await reads.sweepRuns('ada', 'w1', { first: 5, after: null });
      expect(items.map(({ item }) => item.id)).toEqual(['r1', 'r2', 'r0']);
      expect(items.at(-1)!.item).toMatchObject({
        ...{ status: 'FAILED', error: 'no idea', summary: null, trades: 0, sweepId: 'w1' },
        ...{ parameters: { n: 0 }, finishedAt: NOON },
      });
      expect(await reads.trades('ada', 'r0', { first: 5, after: null })).toMatchObject({
        totalCount: 0,
      });
      expect(await one.placesDone(sweep)).toEqual(
        new Map([...[1, 2].map((place) => [place, null] as const), [0, 'no idea']]),
      );
      expect(await reads.failedRuns('ada', 'w1')).toBe(1);
      expect(await reads.failedRuns('bob', 'w1')).toBe(0);
      expect(await one.finishSweep(sweep, null, NOON, 'No walk forward.')).toBe(true);
      expect(await reads.sweep('ada', 'w1')).toMatchObject({
        ...{ status: 'DONE', error: 'No walk forward.', walkForward: null },
      });
    });
  });
});
