import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

let t: TradierDesk;
beforeEach(async () => {
  t = await TradierDesk.start();
});
afterEach(() => t.close());

async function opened(): Promise<string> {
  const { id } = await t.place();
  const [entry = 0] = t.legs();
  t.venue.fill(entry, { price: '1.50' });
  await t.sync();
  return id;
}
async function all() {
  const page = await t.fresh.book.read('ada').alerts(false, { first: 100, after: null });
  return page.items.map(({ item }) => item);
}
const open = async () => (await all()).filter(({ acknowledgedAt }) => !acknowledgedAt);

describe('an alert about a trade', () => {
  it('reports once that somebody moved an exit at the venue, and a person chooses', async () => {
    const id = await opened();
    const stop = t.venue.orders.flatMap(({ legs }) => legs).find(({ type }) => type === 'stop');
    stop!.stop = dec('0.50');
    await t.sync();
    const [alert] = await open();
    expect(alert).toMatchObject({ kind: 'FOREIGN_CHANGE', severity: 'WARNING', tradeId: id });
    expect(alert?.message).toContain('from 1 to 0.5, not by this desk');
    await t.sync();
    await t.sync();
    expect(await t.alerts()).toEqual(['FOREIGN_CHANGE']);
    const stands = (await t.stored(id)).orders.filter(({ status }) => status === 'ACCEPTED');
    const kept = stands.find(({ role }) => role === 'STOP_LOSS');
    expect(kept?.stopPrice?.toFixed()).toBe('1');
    expect(kept?.adjustment?.stopPrice?.toFixed()).toBe('0.5');
    expect(stop!.stop?.toFixed()).toBe('0.5');
    expect(t.venue.count('DELETE /orders/:id')).toBe(0);
  });

  it('does not take the desk’s own adjustment for somebody else’s', async () => {
    const id = await opened();
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const adjust = { id, expectedVersion, idempotencyKey: t.key(), stopLoss: dec('1.20') };
    await t.desk.trading.updatePosition(ADA, { bracket: adjust });
    await t.sync();
    expect(await t.alerts()).toEqual([]);
  });

  it('states the result of a stop or target, needs no action, and ends the earlier alerts', async () => {
    const id = await opened();
    const [, , stop = 0] = t.legs();
    const sold = t.venue.orders.flatMap(({ legs }) => legs).find((leg) => leg.type === 'stop');
    t.venue.fill(sold?.id ?? stop, { price: '0.98' });
    await t.sync();
    expect(await open()).toEqual([]);
    expect(await all()).toMatchObject([
      {
        kind: 'STOP_FILLED',
        severity: 'INFO',
        tradeId: id,
        message: 'SPY 560 C: sold 3 at 0.98, -158.10 net',
      },
    ]);
  });

  it('reports an entry that the venue refused, in its words', async () => {
    t.venue.fail('POST /orders', { status: 400, text: 'Trading in SPY is halted.' });
    const { id, status } = await t.place();
    expect(status).toBe('REJECTED');
    expect(await open()).toMatchObject([
      {
        kind: 'ENTRY_REJECTED',
        severity: 'CRITICAL',
        tradeId: id,
        message: 'SPY 560 C: “Trading in SPY is halted.” Nothing was traded.',
      },
    ]);
  });

  it('ends an unknown outcome once the venue’s list proves that nothing arrived', async () => {
    t.venue.fail('POST /orders', { hangUp: true });
    await t.place();
    expect(await t.alerts()).toEqual(['ORDER_UNKNOWN']);
    for (let looks = 0; looks < 2; looks += 1) {
      t.pass(60);
      await t.sync();
    }
    expect(await t.alerts()).toEqual([]);
  });

  it('ends with a person’s review', async () => {
    const id = await opened();
    t.venue.setPosition(SPY_CALL.symbol, 0);
    await t.desk.reconcile.execute();
    expect(await open()).toMatchObject([{ kind: 'FOREIGN_CHANGE', severity: 'CRITICAL' }]);
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const resolution = {
      status: 'MANUAL_CLOSE',
      exitPrice: dec('1.60'),
      note: 'by phone',
    } as const;
    await t.desk.care.review(ADA, { id, expectedVersion, resolution });
    expect(await open()).toEqual([]);
  });

  it('does not suppress a more serious one', async () => {
    await opened();
    const stop = t.venue.orders.flatMap(({ legs }) => legs).find(({ type }) => type === 'stop');
    stop!.stop = dec('0.50');
    await t.sync();
    t.venue.setPosition(SPY_CALL.symbol, 0);
    await t.desk.reconcile.execute();
    expect(await open()).toMatchObject([{ kind: 'FOREIGN_CHANGE', severity: 'CRITICAL' }]);
  });
});

describe('a position that somebody else opened', () => {
  const foreign = async () => (await open()).map(({ message }) => message);

  it('ends when the position is gone, and a second one is reported too', async () => {
    await opened();
    t.venue.setPosition('AAPL', 10, 2350);
    for (let look = 0; look < 3; look += 1) await t.desk.reconcile.execute();
    expect(await foreign()).toHaveLength(1);
    t.venue.setPosition('MSFT', 5, 2000);
    for (let look = 0; look < 3; look += 1) await t.desk.reconcile.execute();
    expect(await foreign()).toEqual([expect.stringMatching(/holds MSFT, .*known before: AAPL/)]);
    t.venue.setPosition('AAPL', 0);
    t.venue.setPosition('MSFT', 0);
    await t.desk.reconcile.execute();
    expect(await foreign()).toEqual([]);
  });
});

describe('an alert that was read', () => {
  async function readAll(): Promise<void> {
    for (const { id } of await open()) await t.desk.account.acknowledgeAlert(ADA, id);
  }

  it('stays read over a restart while nothing changes, and is raised again when the cause returns', async () => {
    await opened();
    t.deskHalt = 'HALT_ENTRIES';
    t.venue.setPosition('AAPL', 10, 2350);
    const look = async () => {
      for (let times = 0; times < 2; times += 1) await t.desk.reconcile.execute();
      await t.desk.watchHaltFiles.execute();
    };
    await look();
    expect((await t.alerts()).sort()).toEqual(['FOREIGN_CHANGE', 'SWITCH_TRIPPED']);
    await readAll();
    t.restart();
    await look();
    expect(await t.alerts()).toEqual([]);
    t.deskHalt = 'HALT_ALL';
    t.venue.setPosition('MSFT', 5, 2000);
    await look();
    expect((await t.alerts()).sort()).toEqual(['FOREIGN_CHANGE', 'SWITCH_TRIPPED']);
    await readAll();
    t.deskHalt = 'OFF';
    for (const symbol of ['AAPL', 'MSFT']) t.venue.setPosition(symbol, 0);
    await look();
    t.deskHalt = 'HALT_ALL';
    for (const symbol of ['AAPL', 'MSFT']) t.venue.setPosition(symbol, 5, 2000);
    await look();
    expect((await t.alerts()).sort()).toEqual(['FOREIGN_CHANGE', 'SWITCH_TRIPPED']);
  });
});

describe('a price that contradicts itself', () => {
  it('raises one alert, also after a restart, until a quote makes sense again', async () => {
    const id = await opened();
    const look = () => t.desk.takeSnapshots.execute();
    t.quote(1.6, 1.5);
    await look();
    await look();
    const [alert, ...more] = await open();
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ kind: 'PRICE_CONFLICT', severity: 'WARNING', tradeId: id });
    expect(alert?.message).toContain('bid 1.6 above ask 1.5');
    await t.fresh.book.change('ada', (book) => book.acknowledge(alert!.id, t.clock.now()));
    await look();
    expect(await open()).toEqual([]);
    t.quote(1.5, 1.6);
    await look();
    t.quote(1.6, 1.5);
    await look();
    expect(await t.alerts()).toEqual(['PRICE_CONFLICT']);
    t.restart();
    t.quote(1.5, 1.6);
    await look();
    expect(await t.alerts()).toEqual([]);
  });
});

describe('a kill switch', () => {
  const shown = async () => (await open()).map(({ kind, severity }) => `${kind} ${severity}`);

  it('raises an alert when set, which ends when it is lowered', async () => {
    await t.desk.account.setKillSwitch(ADA, 'HALT_ENTRIES');
    await t.desk.account.setKillSwitch(ADA, 'HALT_ENTRIES');
    expect(await shown()).toEqual(['SWITCH_TRIPPED WARNING']);
    await t.desk.account.setKillSwitch(ADA, 'HALT_ALL');
    expect(await shown()).toEqual(['SWITCH_TRIPPED CRITICAL']);
    await t.desk.account.setKillSwitch(ADA, 'OFF');
    expect(await shown()).toEqual([]);
    expect(await all()).toHaveLength(2);
  });

  it('alerts everyone when it is a file, until the file is gone, also after a restart', async () => {
    await t.fresh.book.openAccount('bob', dec(1000), t.clock.now());
    t.deskHalt = 'HALT_ALL';
    await t.desk.watchHaltFiles.execute();
    await t.desk.watchHaltFiles.execute();
    expect(await shown()).toEqual(['SWITCH_TRIPPED CRITICAL']);
    const bobs = await t.fresh.book.read('bob').alerts(true, { first: 5, after: null });
    expect(bobs.totalCount).toBe(1);
    // Each user has their own.
    await t.desk.account.setKillSwitch(ADA, 'HALT_ENTRIES');
    expect(await shown()).toHaveLength(2);
    t.restart();
    t.deskHalt = 'OFF';
    await t.desk.watchHaltFiles.execute();
    expect(await shown()).toEqual(['SWITCH_TRIPPED WARNING']);
  });
});
