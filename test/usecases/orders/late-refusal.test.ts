import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultPoint } from '../../../server/ports/fault-points.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const NO = 'IncorrectTimeInForce';

describe('a venue that takes exits beyond their entry’s day and refuses them afterwards', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  /** Places an order that the venue takes and refuses a moment later. */
  async function refused() {
    const { id } = await t.place();
    t.pass(30);
    t.venue.account.reject(t.venue.orders.at(-1)!, NO);
    return id;
  }
  const sent = () => t.venue.count('POST /orders');
  const trade = async (id: string) => (await t.stored(id)).trade;

  it('gets entry and exits once more, all for the day, as one new order', async () => {
    const id = await refused();
    await t.sync();
    expect(sent()).toBe(2);
    expect(await trade(id)).toMatchObject({ status: 'PENDING', phase: 'PENDING', reason: null });
    const { orders } = await t.stored(id);
    expect(new Set(orders.map(({ tag }) => tag)).size).toBe(2);
    expect(t.venue.orders.at(-1)!.legs.map((leg) => leg.duration)).toEqual(['day', 'day', 'day']);
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(sent()).toBe(2);
    expect(await t.alerts()).toEqual([]);
  });

  it('gets them at once when the first look after the answer shows the refusal', async () => {
    t.venue.rejectNextOrder(NO);
    const { id } = await t.place();
    expect(sent()).toBe(2);
    expect(await trade(id)).toMatchObject({ status: 'PENDING' });
    expect(t.venue.orders.at(-1)!.legs.map((leg) => leg.status)).toContain('open');
  });

  it('gets them once, though the desk dies before they are sent', async () => {
    const id = await refused();
    const dying = (point: FaultPoint) => {
      if (point === 'sync: learned') throw new Error('killed');
    };
    t.restart((deps) => ({ ...deps, passFaultPoint: dying }));
    await expect(t.sync()).rejects.toThrow();
    expect(sent()).toBe(1);
    const first = t.restart();
    const second = t.restart();
    await Promise.all([first.syncOrders.execute(), second.syncOrders.execute()]);
    await t.sync();
    expect(sent()).toBe(2);
    expect(await trade(id)).toMatchObject({ status: 'PENDING' });
  });

  it('is not asked a third time when it refuses that too', async () => {
    const id = await refused();
    t.venue.rejectNextOrder(NO);
    await t.sync();
    await t.sync();
    expect(sent()).toBe(2);
    const rejected = { status: 'REJECTED', reason: expect.stringContaining(NO) as string };
    expect(await trade(id)).toMatchObject(rejected);
    expect(await t.alerts()).toEqual(['ENTRY_REJECTED']);
  });

  it('gets nothing five minutes later, when a trader may have decided otherwise', async () => {
    const id = await refused();
    t.pass(301);
    await t.sync();
    expect(sent()).toBe(1);
    expect(await trade(id)).toMatchObject({ status: 'REJECTED', phase: 'CLOSED' });
  });

  it.each(['by the user', 'by file'])('gets nothing while entries are halted %s', async (how) => {
    const id = await refused();
    if (how === 'by file') t.deskHalt = 'HALT_ENTRIES';
    else await t.desk.account.setKillSwitch(ADA, 'HALT_ENTRIES');
    await t.sync();
    expect(sent()).toBe(1);
    t.pass(300);
    await t.sync();
    expect(sent()).toBe(1);
    expect(await trade(id)).toMatchObject({ status: 'REJECTED' });
  });

  it('gets nothing of what was canceled meanwhile', async () => {
    const id = await refused();
    t.deskHalt = 'HALT_ENTRIES';
    await t.sync();
    const { version: expectedVersion } = await trade(id);
    await t.desk.trading.executeOrder(ADA, {
      cancel: { id, expectedVersion, idempotencyKey: t.key() },
    });
    expect(await trade(id)).toMatchObject({ phase: 'CLOSED' });
    t.deskHalt = 'OFF';
    await t.sync();
    expect(sent()).toBe(1);
  });
});

it('a refused whole without a word on its legs counts for each of them', async () => {
  const t = await TradierDesk.start();
  const { id } = await t.place();
  const [whole] = t.venue.orders;
  t.venue.rejectOrder(whole!.id, 'You do not have enough buying power for this trade.');
  Object.assign(whole!, { legs: [] });
  await t.sync();
  const { trade, orders } = await t.stored(id);
  expect(trade).toMatchObject({ status: 'REJECTED', phase: 'CLOSED' });
  expect(trade.reason).toContain('buying power');
  expect(orders.map(({ status }) => status)).toEqual(['REJECTED', 'CANCELED', 'CANCELED']);
  await t.close();
});
