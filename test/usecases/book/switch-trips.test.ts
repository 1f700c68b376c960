import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { REFUSED, tripScene } from '../../support/desks/trip-scene.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { LOST_RESPONSE, MAINTENANCE } from '../../venues/wire-server.ts';

describe.each(databases())('REAL’s switch, kept on %s', (_, open) => {
  let t: TradierDesk;
  let scene: ReturnType<typeof tripScene>;
  beforeEach(async () => {
    t = await TradierDesk.start(open, { mode: 'REAL' });
    scene = tripScene(t);
  });
  afterEach(() => t.close());

  it('trips at the fifth send in a row that failed, at once, and says why', async () => {
    await scene.failSends(4);
    expect(await scene.level()).toBe('OFF');
    await scene.failSends(1);
    expect([await scene.level(), await scene.causes()]).toEqual(['HALT_ENTRIES', ['FAILED_SENDS']]);
    expect(await scene.alerts()).toEqual([
      expect.stringMatching(
        /^CRITICAL The last 5 orders that were sent all failed\. .*HALT ENTRIES/,
      ),
    ]);
    await scene.expectHalted();
  });

  it('does not trip when a good send lies between those that failed', async () => {
    await scene.failSends(4);
    await scene.opened();
    t.pass(1);
    await scene.failSends(4);
    await scene.round();
    expect([await scene.level(), await scene.causes()]).toEqual(['OFF', []]);
  });

  it('counts an order that the venue takes and refuses a moment later', async () => {
    for (let n = 0; n < 5; n += 1) {
      await scene.place();
      t.venue.rejectOrder(t.venue.orders.at(-1)!.id, 'Not allowed');
      t.pass(1);
    }
    await scene.round();
    expect([await scene.level(), await scene.causes()]).toEqual(['HALT_ENTRIES', ['FAILED_SENDS']]);
  });

  it('stays down while the cause lasts, once a person lowered it, and trips when it comes again', async () => {
    await scene.failSends(5);
    await scene.lower();
    expect([await scene.level(), await scene.alerts()]).toEqual(['OFF', []]);
    await scene.failSends(1);
    await scene.round();
    expect([await scene.level(), await scene.alerts()]).toEqual(['OFF', []]);
    await scene.opened();
    await scene.round(180);
    expect(await scene.causes()).toEqual([]);
    await scene.failSends(5);
    expect(await scene.level()).toBe('HALT_ENTRIES');
  });

  it('trips on one order without an answer for five minutes, not on its first minute', async () => {
    t.venue.fail('POST /orders', LOST_RESPONSE);
    t.venue.fail('GET /orders', MAINTENANCE, 10_000);
    const { id } = await scene.place();
    expect((await t.stored(id)).orders[0]!.status).toBe('UNKNOWN');
    await scene.round();
    expect([await scene.level(), await scene.causes()]).toEqual(['OFF', []]);
    await scene.round(300);
    expect([await scene.level(), await scene.causes()]).toEqual([
      'HALT_ENTRIES',
      ['ORDER_UNKNOWN'],
    ]);
    t.venue.heal();
    await scene.round();
    expect([await scene.level(), await scene.causes()]).toEqual([
      'HALT_ENTRIES',
      ['ORDER_UNKNOWN over'],
    ]);
    expect(await scene.alerts()).toHaveLength(1);
    await scene.lower();
    expect([await scene.causes(), await scene.alerts()]).toEqual([[], []]);
  });

  it.each([
    [401, 'Invalid access token'],
    [403, 'Forbidden'],
  ])(
    'trips on a %s to a send, and on one to each of two looks at the account',
    async (status, text) => {
      await scene.opened();
      t.venue.fail('POST /orders', { status, text });
      await scene.place();
      expect([await scene.level(), await scene.causes()]).toEqual([
        'HALT_ENTRIES',
        ['TURNED_AWAY'],
      ]);
      await scene.lower();
      await scene.round();
      expect([await scene.level(), await scene.causes()]).toEqual(['OFF', []]);
      t.venue.fail('*', { status, text }, 10_000);
      await scene.round();
      await t.sync().catch(() => undefined);
      t.pass(20);
      await t.sync().catch(() => undefined);
      await t.desk.watchCauses.execute();
      expect([await scene.level(), await scene.causes()]).toEqual(['OFF', []]);
      await scene.round();
      expect([await scene.level(), await scene.causes()]).toEqual([
        'HALT_ENTRIES',
        ['TURNED_AWAY'],
      ]);
      t.venue.heal();
      await scene.round();
      expect([await scene.level(), await scene.causes()]).toEqual([
        'HALT_ENTRIES',
        ['TURNED_AWAY over'],
      ]);
    },
  );

  it('trips when the venue differs from the ledger twice in a row', async () => {
    await scene.opened();
    t.venue.account.positions.get(SPY_CALL.symbol)!.quantity = dec(2);
    await t.desk.reconcile.execute();
    await scene.round();
    expect(await scene.level()).toBe('OFF');
    t.pass(300);
    await t.desk.reconcile.execute();
    await scene.round();
    expect([await scene.level(), await scene.causes()]).toEqual([
      'HALT_ENTRIES',
      ['VENUE_DIFFERS'],
    ]);
    expect((await scene.alerts())[0]).toContain('TRADIER_LIVE VA00000001 QUANTITY');
  });

  it('trips on a day’s loss at its limit, and no more the day after', async () => {
    await t.settings.change('ada', {
      realLimits: { ...NEW_USER_SETTINGS.limits, maxDailyLoss: dec(100) },
    });
    const id = await scene.opened();
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.executeOrder(ADA, { close: { ...keyed, orderType: 'MARKET' } });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.00' });
    await scene.round();
    expect([await scene.level(), await scene.causes()]).toEqual(['HALT_ENTRIES', ['DAILY_LOSS']]);
    await scene.lower();
    await scene.round();
    expect(await scene.level()).toBe('OFF');
    await scene.round(24 * 3600);
    expect([await scene.level(), await scene.causes()]).toEqual(['OFF', []]);
  });

  it('trips when the desk’s clock is 30 s off the venue’s, in its round and at an entry', async () => {
    let off = 0;
    t.venue.quota.now = () => t.clock.now().getTime() + off;
    t.restart((deps) => ({ ...deps, venueClock: t.dates }));
    await scene.opened();
    off = -29_000;
    for (let n = 0; n < 12; n += 1) await t.market.quotes(['SPY']);
    await scene.round(1);
    expect(await scene.level()).toBe('OFF');
    off = -32_000;
    for (let n = 0; n < 12; n += 1) await t.market.quotes(['SPY']);
    await scene.expectHalted();
    expect((await scene.alerts())[0]).toMatch(/clock is 3[12] s ahead of the venue’s/);
    await scene.lower();
    off = 0;
    for (let n = 0; n < 12; n += 1) await t.market.quotes(['SPY']);
    await scene.round(1);
    expect(await scene.causes()).toEqual([]);
    off = 40_000;
    for (let n = 0; n < 12; n += 1) await t.market.quotes(['SPY']);
    await scene.round(1);
    expect([await scene.level(), await scene.causes()]).toEqual(['HALT_ENTRIES', ['CLOCK_OFF']]);
  });

  it('trips when the price of half of what is held contradicts itself', async () => {
    const [one] = [await scene.opened(), await scene.opened(), await scene.opened()];
    const conflict = (id: string) =>
      t.fresh.book.change('ada', (change) =>
        change.raise(
          { kind: 'PRICE_CONFLICT', severity: 'WARNING', message: 'Crossed.', tradeId: id },
          t.clock.now(),
        ),
      );
    await conflict(one);
    await scene.round();
    expect(await scene.level()).toBe('OFF');
    await conflict((await t.fresh.book.read('ada').activeTrades()).at(-1)!.trade.id);
    await scene.round();
    expect([await scene.level(), await scene.causes()]).toEqual([
      'HALT_ENTRIES',
      ['PRICE_CONFLICT'],
    ]);
  });

  it('never lowers what a person set higher, and tells of the cause all the same', async () => {
    await t.desk.account.setKillSwitch(ADA, 'HALT_ALL');
    await t.fresh.book.change('ada', (change) =>
      change.raise(
        {
          ...{ kind: 'TOKEN_REFUSED', severity: 'CRITICAL', message: 'No.', tradeId: null },
          ...{ subject: 'TRADIER_LIVE VA00000001', condition: 'refused' },
        },
        t.clock.now(),
      ),
    );
    await t.desk.watchCauses.execute();
    expect([await scene.level(), await scene.causes()]).toEqual(['HALT_ALL', ['TURNED_AWAY']]);
    expect(await scene.alerts()).toContainEqual(
      expect.stringContaining('The switch was up already.'),
    );
    await scene.lower();
    await t.desk.watchCauses.execute();
    expect(await scene.level()).toBe('OFF');
  });

  it('costs nobody a transaction in a round without news', async () => {
    await scene.failSends(5);
    const { sequence } = await t.fresh.book.read('ada').account();
    t.fresh.feed.wakes.length = 0;
    await t.desk.watchCauses.execute();
    await t.desk.watchCauses.execute();
    expect((await t.fresh.book.read('ada').account()).sequence).toBe(sequence);
    expect(t.fresh.feed.wakes).toEqual([]);
  });
});

describe('PAPER’s switch', () => {
  it('trips on none of it', async () => {
    const t = await TradierDesk.start();
    t.venue.fail('POST /orders', REFUSED, 6);
    for (let n = 0; n < 6; n += 1) await t.place({ bracket: null });
    await t.desk.watchCauses.execute();
    expect((await t.fresh.book.read('ada').account()).killSwitch).toBe('OFF');
    expect(await t.fresh.book.read('ada').switchCauses()).toEqual([]);
    await t.close();
  });
});
