import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultPoint } from '../../../server/ports/fault-points.ts';
import { RealDesk } from '../../support/desks/real-desk.ts';

const NO = 'IncorrectTimeInForce';
const ANEW = 'place it anew: its exits are then for the day';

describe('with real money, a venue that takes exits beyond their entry’s day and refuses them afterwards', () => {
  let r: RealDesk;
  beforeEach(async () => {
    r = await RealDesk.start();
    await r.arm();
  });
  afterEach(() => r.stop());

  /** Places an order that the venue takes and refuses a moment later. */
  async function refused() {
    const { id } = await r.place(await r.confirmed());
    r.t.pass(30);
    r.t.venue.account.reject(r.t.venue.orders.at(-1)!, NO);
    return id;
  }
  const sent = () => r.t.venue.orders.length;

  async function expectGivenUp(id: string): Promise<void> {
    expect(sent()).toBe(1);
    const { trade } = await r.t.stored(id);
    expect(trade).toMatchObject({ status: 'REJECTED', phase: 'CLOSED', closeReason: 'REJECTED' });
    expect(trade.reason).toContain(NO);
    expect(trade.reason).toContain(ANEW);
  }

  it('gets no other order than the one that was confirmed, though REAL is armed', async () => {
    const id = await refused();
    await r.t.sync();
    await r.t.sync();
    await expectGivenUp(id);
    expect(await r.t.alerts()).toContain('ENTRY_REJECTED');
  });

  it('gets nothing after a disarming and a start', async () => {
    const id = await refused();
    await r.disarm();
    await r.startServer();
    r.t.desk = r.server();
    await r.t.sync();
    await expectGivenUp(id);
  });

  it('gets nothing when the first look after the answer shows the refusal', async () => {
    r.t.venue.rejectNextOrder(NO);
    const { id } = await r.place(await r.confirmed());
    await r.t.sync();
    await expectGivenUp(id);
  });

  it('gets nothing, though the desk dies once it has learned of the refusal', async () => {
    const id = await refused();
    const passFaultPoint = (point: FaultPoint) => {
      if (point === 'sync: learned') throw new Error('killed');
    };
    r.t.desk = r.server({ passFaultPoint });
    await expect(r.t.sync()).rejects.toThrow();
    r.t.desk = r.server();
    await r.t.sync();
    await expectGivenUp(id);
  });

  it('takes the same placed and confirmed anew, with exits for the day', async () => {
    await refused();
    await r.t.sync();
    r.t.desk = r.server();
    const { id } = await r.t.desk.trading.executeOrder(
      { username: 'ada', role: 'USER', demo: false },
      { open: await r.confirmed() },
    );
    expect((await r.t.stored(id)).trade.status).toBe('PENDING');
    expect(r.t.venue.orders.at(-1)!.legs.map((leg) => leg.duration)).toEqual(['day', 'day', 'day']);
  });
});

describe('with real money, a venue that refuses exits beyond their entry’s day at once', () => {
  let r: RealDesk;
  beforeEach(async () => {
    r = await RealDesk.start();
    r.t.venue.quirks.mixedDurations = 'refused';
    await r.arm();
  });
  afterEach(() => r.stop());

  it('gets nothing again, and the trade says how to place it anew', async () => {
    const trade = await r.place(await r.confirmed());
    expect(trade).toMatchObject({ status: 'REJECTED', phase: 'CLOSED' });
    expect(trade.reason).toContain(NO);
    expect(trade.reason).toContain(ANEW);
    await r.t.sync();
    expect(r.t.venue.orders).toEqual([]);
  });

  it('takes the same placed and confirmed anew, with exits for the day', async () => {
    await r.place(await r.confirmed());
    expect(await r.place(await r.confirmed())).toMatchObject({ status: 'PENDING' });
    expect(r.t.venue.orders.at(-1)!.legs.map((leg) => leg.duration)).toEqual(['day', 'day', 'day']);
  });
});
