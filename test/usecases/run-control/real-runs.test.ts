import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { refusalOf, runsDesk, type RunsDesk } from '../../support/desks/runs-desk.ts';
import { anOrder, aTrade, keep } from '../../support/values/builders.ts';

const HOURS_8 = 8 * 3_600_000;

describe.each(databases())('a strategy with real money on %s', (_, open) => {
  let desk: RunsDesk;
  beforeEach(async () => {
    desk = await runsDesk(open);
  });
  afterEach(() => desk.close());

  const admitted = async () => {
    await desk.change({ stage: 'SMALL_REAL', budget: dec(1_000) });
    await desk.arm();
  };
  const codeOfStart = async () => (await refusalOf(desk.start('REAL')))?.code ?? null;
  const entry = async () => {
    const strategyRun = { runId: 'run', strategyId: 's1', version: 1 };
    const trade = aTrade({ id: 'real_1', mode: 'REAL', strategyRun });
    const order = anOrder({ tradeId: trade.id, status: 'ACCEPTED' });
    await desk.real.change('ada', (book) => keep(book, null, trade, [order]));
  };

  it('needs arming first, then its rung and a budget, each of them a check', async () => {
    expect(await codeOfStart()).toBe('REAL_MODE_DISABLED');
    await desk.arm();
    const checks = async () => {
      const refusal = await refusalOf(desk.start('REAL'));
      return refusal?.code === 'RISK_DENIED'
        ? refusal.detail.checks?.map(({ rule, passed }) => `${rule} ${String(passed)}`)
        : refusal;
    };
    expect(await checks()).toEqual(['PROMOTION false', 'STRATEGY_BUDGET false']);
    await desk.change({ stage: 'PAPER', budget: dec(5) });
    expect(await checks()).toEqual(['PROMOTION false', 'STRATEGY_BUDGET true']);
    await desk.change({ stage: 'FULL_REAL', budget: null });
    expect(await checks()).toEqual(['PROMOTION true', 'STRATEGY_BUDGET false']);
    await desk.change({ budget: dec(5) });
    expect(await checks()).toBeNull();
    expect(await desk.newest('REAL')).toMatchObject({ status: 'RUNNING' });
    expect(await desk.logged('REAL')).toEqual([
      ...Array.from({ length: 4 }, () => 'START_STRATEGY_REFUSED'),
      'STRATEGY_STARTED',
    ]);
  });

  it('is refused once the arming has run out, and starts nothing on paper then', async () => {
    await admitted();
    desk.clock.advance(HOURS_8);
    expect(await codeOfStart()).toBe('REAL_MODE_DISABLED');
    expect(await desk.newest('PAPER')).toBeNull();
  });

  it('starts its reference on paper, of the same version, and leaves one that runs', async () => {
    await admitted();
    await desk.start('PAPER');
    const before = await desk.newest('PAPER');
    await desk.start('REAL');
    expect(await desk.newest('PAPER')).toEqual(before);
    await desk.stop();
    await desk.start('REAL');
    expect(await desk.newest('PAPER')).toMatchObject({ status: 'RUNNING', version: 1 });
  });

  it('keeps its reference going: that one alone is not stopped, both are', async () => {
    await admitted();
    await desk.start('REAL');
    expect((await refusalOf(desk.stop('PAPER')))?.code).toBe('CONFLICT');
    expect(await desk.newest('PAPER')).toMatchObject({ status: 'RUNNING' });
    await desk.stop('REAL');
    await desk.stop('PAPER');
    expect(await desk.newest('PAPER')).toMatchObject({ status: 'STOPPED' });
    await desk.start('REAL');
    await desk.stop();
    expect(await desk.newest('PAPER')).toMatchObject({ status: 'STOPPED' });
  });

  it('has its reference, though that is stopped while it starts', async () => {
    await admitted();
    await desk.start('PAPER');
    const { id } = (await desk.newest('PAPER'))!;
    // The stop has found nothing with real money, and ends the reference once the start has seen it.
    const start = desk.stores.REAL.start.bind(desk.stores.REAL);
    desk.stores.REAL.start = async (run) => {
      await desk.stop('PAPER');
      return start(run);
    };
    await desk.start('REAL');
    expect(await desk.newest('REAL')).toMatchObject({ status: 'RUNNING' });
    const reference = await desk.newest('PAPER');
    expect(reference).toMatchObject({ status: 'RUNNING', version: 1 });
    expect(reference!.id).not.toBe(id);
  });

  it('has its reference, though it starts while that is stopped', async () => {
    await admitted();
    await desk.start('PAPER');
    const { id } = (await desk.newest('PAPER'))!;
    // The start has seen the reference run, which the stop ends then.
    const end = desk.stores.PAPER.end.bind(desk.stores.PAPER);
    desk.stores.PAPER.end = async (run, how) => {
      desk.stores.PAPER.end = end;
      await desk.start('REAL');
      return end(run, how);
    };
    expect((await refusalOf(desk.stop('PAPER')))?.code).toBe('CONFLICT');
    expect(await desk.newest('REAL')).toMatchObject({ status: 'RUNNING' });
    const reference = await desk.newest('PAPER');
    expect(reference).toMatchObject({ status: 'RUNNING', version: 1 });
    expect(reference!.id).not.toBe(id);
    expect(await desk.logged()).toEqual([
      ...['STRATEGY_STARTED', 'STRATEGY_STOPPED', 'STRATEGY_STARTED'],
    ]);
  });

  it('ends where its reference cannot begin again', async () => {
    await admitted();
    const start = desk.stores.REAL.start.bind(desk.stores.REAL);
    desk.stores.REAL.start = async (run) => {
      const started = await start(run);
      const reference = (await desk.newest('PAPER'))!;
      const endedAt = desk.clock.now();
      await desk.stores.PAPER.end(reference, { status: 'STOPPED', endedAt, error: null });
      return started;
    };
    let reads = 0;
    desk.hooks.read = async () => {
      // The third read is the second look at REAL; the next one is that at the reference that began again.
      if (++reads === 3) await desk.change({ version: 2 });
    };
    expect(await codeOfStart()).toBe('CONFLICT');
    expect(await desk.newest('PAPER')).toMatchObject({ status: 'STOPPED' });
    expect(await desk.newest('REAL')).toMatchObject({ status: 'STOPPED' });
  });

  it('ends where REAL was disarmed before its run was stored', async () => {
    await admitted();
    let reads = 0;
    desk.hooks.read = async () => {
      // The third read is the second one of REAL; the read of PAPER comes before it.
      if (++reads === 3) await desk.disarm();
    };
    expect(await codeOfStart()).toBe('REAL_MODE_DISABLED');
    expect(await desk.newest('REAL')).toMatchObject({ status: 'STOPPED' });
  });

  it('ends with the arming: before it, after it, and its entries are canceled', async () => {
    await admitted();
    await desk.start('REAL');
    await entry();
    const seen: unknown[] = [];
    await desk.control.api.disarming('ada', async () => {
      seen.push((await desk.newest('REAL'))?.status, desk.asked.length);
      // A user starts the strategy at the last moment.
      await desk.start('REAL');
      await desk.disarm();
    });
    expect(seen).toEqual(['STOPPED', 0]);
    expect(await desk.newest('REAL')).toMatchObject({ status: 'STOPPED' });
    expect(desk.asked[0]).toMatchObject({ cancel: { id: 'real_1' } });
    expect(await desk.newest('PAPER')).toMatchObject({ status: 'RUNNING' });
  });

  it('comes back stopped after the start of a server, and on paper it runs on', async () => {
    await admitted();
    await desk.start('REAL');
    await entry();
    await desk.control.prepare();
    expect(await desk.newest('REAL')).toMatchObject({ status: 'STOPPED' });
    expect(await desk.newest('PAPER')).toMatchObject({ status: 'RUNNING' });
    // No venue is asked for anything before the server listens.
    expect(desk.asked).toEqual([]);
    desk.control.start();
    await desk.control.stop();
    expect(desk.asked).toMatchObject([{ cancel: { id: 'real_1' } }]);
    expect(await desk.logged('REAL')).toEqual(['STRATEGY_STARTED', 'STRATEGY_STOPPED']);
  });
});

describe.each(databases())('while REAL is off, on %s', (_, open) => {
  it('no strategy starts with real money, whatever else holds', async () => {
    const desk = await runsDesk(open, { mayTrade: false });
    await desk.change({ stage: 'FULL_REAL', budget: dec(1) });
    await desk.arm();
    expect((await refusalOf(desk.start('REAL')))?.code).toBe('REAL_MODE_DISABLED');
    await desk.close();
  });
});
