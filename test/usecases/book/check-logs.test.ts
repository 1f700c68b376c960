import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogChecks } from '../../../server/loops/log-checks.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { tripScene } from '../../support/desks/trip-scene.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';

describe.each(databases())('a log that is read after a start of REAL, on %s', (_, open) => {
  let t: TradierDesk;
  let scene: ReturnType<typeof tripScene>;
  beforeEach(async () => {
    t = await TradierDesk.start(open, { mode: 'REAL' });
    scene = tripScene(t);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await t.close();
  });

  const alter = (sequence: number) =>
    t.fresh.knex('events').where({ username: 'ada', sequence }).update({ actor: 'nobody' });
  const lines = (times: number) =>
    t.fresh.book.change('ada', async (book) => {
      for (let n = 0; n < times; n += 1) await book.deposit(dec(1), t.clock.now(), 'desk');
    });
  async function readAll(desk = t.desk): Promise<number> {
    let slices = 1;
    while (await desk.checkLogs.next()) slices += 1;
    return slices;
  }
  /** A request's wait is over at once, as if no reading of the log ended in time. */
  const impatient = (deps: BookDeps): BookDeps => ({
    ...deps,
    timers: { ...deps.timers, within: async (_ms, _asked, instead) => instead() },
  });
  const stalled = () =>
    vi.spyOn(t.fresh.book, 'checkLog').mockRejectedValue(new Error('The database is gone'));
  const refusal = (error: unknown) => (error as { detail?: { checks?: object[] } }).detail?.checks;

  it('trips the switch of its book when it was altered by hand, tells where, and halts entries', async () => {
    await scene.opened();
    await alter(3);
    t.pass(60);
    t.restart();
    await readAll();
    expect([await scene.level(), await scene.causes()]).toEqual(['HALT_ENTRIES', ['LOG_BROKEN']]);
    expect(await scene.alerts()).toEqual([
      expect.stringMatching(/^CRITICAL Event 3 of the log was altered.*HALT ENTRIES/),
    ]);
    await scene.expectHalted();
  });

  it('is read at once for an entry, which finds it broken and is refused', async () => {
    await scene.opened();
    await alter(2);
    t.pass(60);
    t.restart();
    await scene.expectHalted();
    expect(await scene.causes()).toEqual(['LOG_BROKEN']);
    const { riskChecks } = await t.desk.previews.trade(ADA, t.ticket({ bracket: null }));
    const message = 'The log was read since the start, and does not hold from event 2 on.';
    expect(riskChecks).toContainEqual(expect.objectContaining({ rule: 'LOG_READ', message }));
  });

  it('makes an entry wait while it is unread, with figures, and the preview says so', async () => {
    await lines(250);
    t.restart(impatient);
    await t.fresh.book.checkLog('ada', { since: t.clock.now(), at: t.clock.now() });
    stalled();
    const unread = { rule: 'LOG_READ', passed: false, actual: '0' };
    const checks = await scene.place().then(() => [], refusal);
    expect(checks).toContainEqual(expect.objectContaining({ ...unread, limit: '251' }));
    expect(t.venue.count('POST /orders')).toBe(0);
    const { riskChecks } = await t.desk.previews.trade(ADA, t.ticket({ bracket: null }));
    expect(riskChecks).toContainEqual(expect.objectContaining(unread));
    vi.restoreAllMocks();
    await readAll();
    expect((await scene.place()).status).toBe('PENDING');
  });

  it('holds back no exit while it is unread', async () => {
    const id = await scene.opened();
    t.restart(impatient);
    stalled();
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.executeOrder(ADA, { close: { ...keyed, orderType: 'MARKET' } });
    expect(t.venue.count('POST /orders')).toBe(2);
  });

  it('stays lowered for the same fault, and trips for another one', async () => {
    await lines(10);
    await alter(5);
    t.pass(60);
    await readAll(t.restart());
    await scene.lower();
    t.pass(60);
    await readAll(t.restart());
    expect([await scene.level(), await scene.causes()]).toEqual(['OFF', ['LOG_BROKEN']]);
    await alter(4);
    t.pass(60);
    await readAll(t.restart());
    expect(await scene.level()).toBe('HALT_ENTRIES');
  });

  it('goes on where a killed server stopped, and is read whole once more afterwards', async () => {
    await lines(500);
    await t.desk.checkLogs.next();
    t.pass(60);
    const reads = vi.spyOn(t.fresh.book, 'checkLog');
    const desk = t.restart();
    await desk.checkLogs.next();
    const [first] = await Promise.all(
      reads.mock.results.map(({ value }) => value as Promise<unknown>),
    );
    expect(first).toMatchObject({ sequence: 400, endedAt: null });
    expect(desk.checkLogs.isReady('ada')).toBe(false);
    await desk.checkLogs.next();
    expect(desk.checkLogs.isReady('ada')).toBe(true);
    expect(await readAll()).toBe(3);
    expect(desk.checkLogs.progress()).toEqual({ left: 0 });
  });

  it('is read by the loop, which survives a database that fails, and reports how much is left', async () => {
    await lines(10);
    const failing = vi.spyOn(t.fresh.book, 'accountNames').mockRejectedValueOnce(new Error('gone'));
    const loop = new LogChecks([t.desk], new SilentLog());
    expect(await loop.check.check()).toBe('REAL: not read yet');
    loop.start();
    await vi.waitFor(async () => expect(await loop.check.check()).toBeNull(), { timeout: 30_000 });
    expect(failing).toHaveBeenCalledTimes(2);
    expect(t.desk.checkLogs.isReady('ada')).toBe(true);
    await loop.stop();
  });
});

describe('PAPER’s log', () => {
  it('makes no entry wait, and trips PAPER’s switch alone when it is broken', async () => {
    const t = await TradierDesk.start();
    vi.spyOn(t.fresh.book, 'checkLog').mockRejectedValueOnce(new Error('gone'));
    expect((await t.place({ bracket: null })).status).toBe('PENDING');
    await t.fresh.knex('events').where({ sequence: 1 }).update({ actor: 'nobody' });
    await expect(t.desk.checkLogs.next()).rejects.toThrow('gone');
    await t.desk.checkLogs.next();
    expect((await t.fresh.book.read('ada').account()).killSwitch).toBe('HALT_ENTRIES');
    await t.close();
  });
});
