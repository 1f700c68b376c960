import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { databases } from '../../support/databases/databases.ts';
import { refusalOf, runsDesk, type RunsDesk } from '../../support/desks/runs-desk.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { anOpenTrade, anOrder, aTrade, keep } from '../../support/values/builders.ts';
import { aDecision, aLine } from '../../support/values/strategy-runs.ts';
import { ADA } from '../../support/desks/runs-desk.ts';

describe.each(databases())('a strategy that is started and stopped, on %s', (_, open) => {
  let desk: RunsDesk;
  beforeEach(async () => {
    desk = await runsDesk(open);
  });
  afterEach(() => desk.close());

  describe('in PAPER', () => {
    it('runs on the lowest rung as it is, each time with a seed of its own', async () => {
      expect((await desk.start()).id).toBe('s1');
      const first = await desk.newest();
      expect(first).toMatchObject({
        ...{ strategyId: 's1', version: 1, kind: 'sma-cross', codeVersion: 'v1', symbols: ['SPY'] },
        ...{ interval: 'ONE_MINUTE', status: 'RUNNING', startedAt: NOON, evidenceSince: NOON },
      });
      await desk.stop();
      await desk.start();
      expect((await desk.newest())?.seed).not.toBe(first?.seed);
      expect(await desk.newest('REAL')).toBeNull();
    });

    it.each(['PAPER', 'SMALL_REAL', 'FULL_REAL'] as const)('runs on rung %s', async (stage) => {
      await desk.change({ stage });
      await desk.start();
      expect(await desk.newest()).toMatchObject({ status: 'RUNNING' });
      expect(await desk.newest('REAL')).toBeNull();
    });

    it('is started once, however often and from how many sides', async () => {
      await Promise.all([desk.start(), desk.start(), desk.start()]);
      await desk.start();
      expect(await desk.stores.PAPER.running()).toHaveLength(1);
      expect(await desk.logged()).toEqual(['STRATEGY_STARTED']);
    });

    it('is refused without symbols, of an unknown kind, and where nobody has it', async () => {
      await desk.change({ symbols: [] });
      expect(await refusalOf(desk.start())).toMatchObject({
        ...{ code: 'BAD_USER_INPUT', detail: { field: 'symbols' } },
      });
      await desk.change({ symbols: ['SPY'] });
      Object.assign(desk.kind, { error: 'it is gone' });
      expect(await refusalOf(desk.start())).toMatchObject({ detail: { field: 'kind' } });
      expect((await refusalOf(desk.start('PAPER', 's9')))?.code).toBe('NOT_FOUND');
      expect(await desk.newest()).toBeNull();
      expect(await desk.logged()).toEqual(['START_STRATEGY_REFUSED', 'START_STRATEGY_REFUSED']);
    });

    it('is a CONFLICT while its code is another than its evidence is of', async () => {
      Object.assign(desk.kind, { version: 'v2' });
      expect(await refusalOf(desk.start())).toMatchObject({
        ...{ code: 'CONFLICT', detail: { current: { id: 's1' } } },
      });
    });

    it('ends at once where it was changed before its run was stored', async () => {
      let reads = 0;
      desk.hooks.read = async () => {
        if (++reads === 1) await desk.change({ version: 2, symbols: ['QQQ'] });
      };
      expect(await refusalOf(desk.start())).toMatchObject({
        ...{ code: 'CONFLICT', detail: { current: { version: 2 } } },
      });
      expect(await desk.newest()).toMatchObject({ status: 'STOPPED', version: 1 });
    });
  });

  describe('while it runs', () => {
    const saved = (parts: object) =>
      desk.save.execute(ADA, {
        ...{ id: 's1', expectedVersion: 1, name: 'cross', kind: 'sma-cross', parameters: {} },
        ...parts,
      });

    it('is not changed but for its name and budget', async () => {
      await desk.change({ parameters: {} });
      await desk.start();
      expect(await refusalOf(saved({ symbols: ['QQQ'] }))).toMatchObject({
        ...{ code: 'CONFLICT', detail: { current: { version: 1, symbols: ['SPY'] } } },
      });
      expect(await saved({ name: 'other', budget: dec(500) })).toMatchObject({ name: 'other' });
      await desk.stop();
      expect(await saved({ symbols: ['QQQ'] })).toMatchObject({ version: 2 });
    });

    it('is stopped where a change was stored before anybody saw its run', async () => {
      await desk.change({ parameters: {} });
      const { PAPER: runs } = desk.stores;
      const look = runs.newestOf.bind(runs);
      let looks = 0;
      runs.newestOf = async (...of) => {
        const found = await look(...of);
        if (++looks === 1) await desk.start();
        return found;
      };
      expect(await saved({ symbols: ['QQQ'] })).toMatchObject({ version: 2 });
      expect(await desk.newest()).toMatchObject({ version: 1, status: 'STOPPED' });
    });
  });

  describe('stopped', () => {
    const mark = { runId: 'run', strategyId: 's1', version: 1 };
    beforeEach(async () => {
      await desk.start();
      const pending = aTrade({ id: 'paper_pending', strategyRun: mark });
      const held = anOpenTrade({ id: 'paper_held', strategyRun: mark });
      const filled = anOrder({ id: 'o2', tradeId: held.id, status: 'FILLED' });
      const stop = anOrder({ id: 'o3', tradeId: held.id, role: 'STOP_LOSS', status: 'ACCEPTED' });
      const entry = anOrder({ id: 'o1', tradeId: pending.id, status: 'ACCEPTED' });
      await desk.paper.change('ada', (book) => keep(book, null, pending, [entry]));
      await desk.paper.change('ada', (book) => keep(book, null, held, [filled, stop]));
      const own = aTrade({ id: 'paper_person' });
      const ownEntry = anOrder({ id: 'o4', tradeId: own.id, status: 'ACCEPTED' });
      await desk.paper.change('ada', (book) => keep(book, null, own, [ownEntry]));
    });

    it('cancels what waits to enter, and leaves what is open with its exits', async () => {
      await desk.stop('PAPER');
      expect(await desk.newest()).toMatchObject({ status: 'STOPPED', endedAt: NOON, error: null });
      expect(desk.asked).toMatchObject([{ cancel: { id: 'paper_pending', expectedVersion: 1 } }]);
      expect(await desk.logged()).toEqual(['STRATEGY_STARTED', 'STRATEGY_STOPPED']);
    });

    it('has ended before anything of it is canceled', async () => {
      const seen: unknown[] = [];
      desk.hooks.before = async () => void seen.push((await desk.newest())?.status);
      await desk.stop();
      expect(seen).toEqual(['STOPPED']);
    });

    it('turns decisions that wait into no-trades', async () => {
      const run = (await desk.newest())!;
      const parts = { runId: run.id };
      await desk.stores.PAPER.add(run, aLine(1, parts), [aDecision(parts)]);
      await desk.stop();
      const page = await desk.stores.PAPER.noTrades('ada', 's1', { first: 9, after: null });
      expect(page.items.map(({ item }) => item.noTrade?.code)).toEqual(['RUN_STOPPED']);
      expect(await desk.stores.PAPER.waiting(run)).toEqual([]);
    });

    it('stays stopped where the venue refuses, and the next stop asks again', async () => {
      desk.hooks.before = async () => {
        throw new Refusal('VENUE_UNAVAILABLE', 'The venue does not answer.');
      };
      await desk.stop();
      desk.hooks.before = async () => {};
      await desk.stop();
      expect(desk.asked).toHaveLength(2);
      expect(desk.asked[0]).toEqual(desk.asked[1]);
      expect(await desk.logged()).toEqual(['STRATEGY_STARTED', 'STRATEGY_STOPPED']);
    });

    it('twice is stopped once, and in a book where it never ran nothing happens', async () => {
      await desk.stop('REAL');
      expect(await desk.newest()).toMatchObject({ status: 'RUNNING' });
      await Promise.all([desk.stop(), desk.stop()]);
      expect(await desk.logged()).toEqual(['STRATEGY_STARTED', 'STRATEGY_STOPPED']);
    });
  });
});
