import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../../support/databases/databases.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { tripScene } from '../../support/desks/trip-scene.ts';

describe.each(databases())('REAL’s switch, which one slip does not trip, kept on %s', (_, open) => {
  let t: TradierDesk;
  let scene: ReturnType<typeof tripScene>;
  beforeEach(async () => {
    t = await TradierDesk.start(open, { mode: 'REAL' });
    scene = tripScene(t);
  });
  afterEach(() => t.close());

  it.each([401, 403])('does not trip on one %s alone, nor on one now and then', async (status) => {
    await scene.opened();
    for (let n = 0; n < 3; n += 1) {
      t.venue.fail('GET /orders', { status, text: 'Invalid Access Token' }, 1);
      await scene.round();
      expect([await scene.level(), await scene.causes()]).toEqual(['OFF', []]);
      expect(await t.alerts()).toEqual(['TOKEN_REFUSED']);
      await scene.round();
      expect([await scene.level(), await t.alerts()]).toEqual(['OFF', []]);
    }
  });

  it('knows whose clock is off: another server neither ends nor begins it, and a gone one’s ends', async () => {
    await scene.opened();
    const at = (server: string, offMs: number) =>
      t.restart((deps) => ({ ...deps, server, venueClock: { offMs: () => offMs } })).watchCauses;
    const bad = at('one', 45_000);
    const good = at('two', 100);
    await bad.execute();
    expect([await scene.level(), await scene.causes()]).toEqual(['HALT_ENTRIES', ['CLOCK_OFF']]);
    expect(await scene.alerts()).toEqual([
      expect.stringContaining('clock of the server one is 45 s ahead'),
    ]);
    await scene.lower();
    const { sequence } = await t.fresh.book.read('ada').account();
    for (let n = 0; n < 3; n += 1) {
      await good.execute();
      await bad.execute();
    }
    expect([await scene.level(), await scene.causes()]).toEqual(['OFF', ['CLOCK_OFF']]);
    expect((await t.fresh.book.read('ada').account()).sequence).toBe(sequence);
    t.pass(24 * 3600);
    await good.execute();
    expect([await scene.level(), await scene.causes()]).toEqual(['OFF', []]);
    await bad.execute();
    expect(await scene.level()).toBe('HALT_ENTRIES');
    await at('one', 0).execute();
    expect(await scene.causes()).toEqual(['CLOCK_OFF over']);
  });
});
