import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { isUnprotected } from '../../../server/domain/trade/standing-exits.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { LOST_RESPONSE } from '../../venues/wire-server.ts';

/** A contract that expires after every night below. */
const CONTRACT = 'SPY261218C00560000';
const TUESDAY = '2026-03-10T12:00-04:00';

describe('exits at a venue that takes none beyond their entry’s day', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start(undefined, { now: new Date(TUESDAY) });
    t.venue.quirks.mixedDurations = 'refused';
  });
  afterEach(() => t.close());

  function at(wall: string, quote = { bid: 1.45, ask: 1.55 }): void {
    t.clock.set(new Date(wall));
    t.venue.now = t.clock.now();
    t.venue.setQuote(CONTRACT, quote);
  }
  async function opened(wall = TUESDAY) {
    at(wall);
    const { id } = await t.place({ option: { symbol: CONTRACT } });
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { price: '1.50' });
    await t.sync();
    return id;
  }
  const standing = () =>
    t.venue.orders
      .flatMap((order) => order.legs)
      .filter((leg) => leg.side === 'sell_to_close' && leg.status === 'open')
      .map((leg) => `${leg.type} ${leg.duration} ${leg.quantity.toFixed()}`);
  const naked = async (id: string) => isUnprotected(await t.stored(id));

  it('go out as DAY orders with the entry, once the venue has refused GTC, and work after its fill', async () => {
    const id = await opened();
    expect(t.venue.count('POST /orders')).toBe(2);
    expect(standing()).toEqual(['limit day 3', 'stop day 3']);
    const { trade, orders } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'VENUE', unprotectedSince: null });
    expect(orders.map((order) => order.timeInForce)).toEqual(['DAY', 'DAY', 'DAY']);
    expect(await t.events(id)).toContain('EXITS_STANDING');
  });

  it('are placed by what was learned once for the account, also after a restart', async () => {
    await opened();
    t.restart();
    await opened();
    expect(t.venue.count('POST /orders')).toBe(3);
    expect(t.venue.orders).toHaveLength(2);
  });

  it('are placed by a refusal learned after the acknowledgement as well', async () => {
    t.venue.quirks.mixedDurations = 'accepted';
    at(TUESDAY);
    t.venue.rejectNextOrder('IncorrectTimeInForce');
    await t.place({ option: { symbol: CONTRACT } });
    expect(t.venue.count('POST /orders'), 'and once more for the day').toBe(2);
    t.restart();
    await opened();
    expect(standing()).toEqual(['limit day 3', 'stop day 3']);
    expect(t.venue.count('POST /orders'), 'asked for no more than once').toBe(3);
  });

  it('are not affected by a late refusal for another reason', async () => {
    t.venue.quirks.mixedDurations = 'accepted';
    at(TUESDAY);
    t.venue.rejectNextOrder('You do not have enough buying power for this trade.');
    await t.place({ option: { symbol: CONTRACT } });
    await t.sync();
    await opened();
    expect(standing()).toEqual(['limit gtc 3', 'stop gtc 3']);
  });

  it.each([
    ['a night', TUESDAY, '2026-03-10T16:01-04:00', '2026-03-11'],
    ['a week-end', '2026-03-13T12:00-04:00', '2026-03-13T16:01-04:00', '2026-03-16'],
    ['a holiday', '2026-04-02T12:00-04:00', '2026-04-02T16:01-04:00', '2026-04-06'],
    ['a half-day', '2026-11-27T12:00-05:00', '2026-11-27T13:01-05:00', '2026-11-30'],
  ])('are watched over %s, and placed again before the open', async (_, noon, evening, morning) => {
    const id = await opened(noon);
    const zone = noon.slice(-6);
    at(evening);
    t.venue.endDay();
    await t.sync();
    const { trade } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
    const page = await t.fresh.book.read('ada').alerts(true, { first: 9, after: null });
    const [alert] = page.items.map(({ item }) => item);
    expect(alert).toMatchObject({ kind: 'UNPROTECTED', severity: 'WARNING' });
    expect(alert!.message).toContain(`placed again on ${morning} at 09:20 in New York`);

    at(`${morning}T03:00${zone}`);
    t.restart();
    await t.sync();
    at(`${morning}T09:19${zone}`);
    await t.sync();
    expect(standing()).toEqual([]);
    at(`${morning}T09:20${zone}`);
    await t.sync();
    const placed = t.venue.orders.at(-1)!;
    expect(placed.legs.map((leg) => `${leg.type} ${leg.duration} ${leg.status}`)).toEqual([
      'limit gtc pending',
      'stop gtc pending',
    ]);
    at(`${morning}T09:31${zone}`);
    await t.sync();
    expect(await naked(id)).toBe(false);
    expect((await t.stored(id)).trade).toMatchObject({
      protection: 'VENUE',
      unprotectedSince: null,
    });
    expect(t.venue.count('POST /orders')).toBe(3);
  });

  it('go out at once when they expired unnoticed, with the desk down over night', async () => {
    const id = await opened();
    at('2026-03-10T16:01-04:00');
    t.venue.endDay();
    t.restart();
    at('2026-03-11T11:00-04:00');
    expect(await naked(id)).toBe(false);
    await t.desk.reconcile.execute();
    expect(standing()).toEqual(['limit gtc 3', 'stop gtc 3']);
    expect(await naked(id)).toBe(false);
  });

  it('are placed day after day when the venue takes none for longer', async () => {
    t.venue.quirks.gtcExits = 'refused';
    const id = await opened();
    for (const [evening, morning] of [
      ['2026-03-10T16:01-04:00', '2026-03-11T09:20-04:00'],
      ['2026-03-11T16:01-04:00', '2026-03-12T09:20-04:00'],
    ] as const) {
      at(evening);
      t.venue.endDay();
      await t.sync();
      expect((await t.stored(id)).trade.protection).toBe('WATCHED');
      at(morning);
      t.restart();
      await t.sync();
      expect(t.venue.orders.at(-1)!.legs.map((leg) => leg.duration)).toEqual(['day', 'day']);
      expect(await naked(id)).toBe(false);
    }
    // Mixed, all for the day, refused to stand, for the day, for the day.
    expect(t.venue.count('POST /orders')).toBe(5);
  });

  it('are tried once more after the open when no quote allowed them before it', async () => {
    const id = await opened();
    at('2026-03-10T16:01-04:00');
    t.venue.endDay();
    await t.sync();
    at('2026-03-11T09:20-04:00', { bid: 0.01, ask: 9 });
    await t.sync();
    at('2026-03-11T09:29-04:00', { bid: 0.01, ask: 9 });
    await t.sync();
    expect((await t.stored(id)).trade.protection).toBe('WATCHED');
    const posts = t.venue.count('POST /orders');
    at('2026-03-11T09:30-04:00');
    await t.sync();
    expect(standing()).toEqual(['limit gtc 3', 'stop gtc 3']);
    expect(t.venue.count('POST /orders')).toBe(posts + 1);
  });

  it('are sent once when the second answer is lost, and found by their tag', async () => {
    at(TUESDAY);
    t.venue.fail('POST /orders', {
      status: 400,
      text: 'Invalid parameter, duration: is not valid.',
    });
    t.venue.fail('POST /orders', LOST_RESPONSE);
    const { id, status } = await t.place({ option: { symbol: CONTRACT } });
    expect(status).toBe('PENDING');
    await t.sync();
    expect(t.venue.orders).toHaveLength(1);
    expect((await t.stored(id)).orders.map((order) => order.status)).toEqual(
      Array(3).fill('ACCEPTED'),
    );
  });

  it('end the trade with the venue’s words when it refuses DAY exits too', async () => {
    at(TUESDAY);
    const no = { status: 400, text: 'Invalid parameter, duration: is not valid.' };
    t.venue.fail('POST /orders', no, 2);
    const { id } = await t.place({ option: { symbol: CONTRACT } });
    expect((await t.stored(id)).trade).toMatchObject({ status: 'REJECTED', reason: no.text });
    expect(t.venue.count('POST /orders')).toBe(2);
  });

  it('go along in an OTO as a single target, and after the fill as a single stop', async () => {
    t.venue.quirks.mixedDurations = 'accepted';
    at(TUESDAY);
    const option = { symbol: CONTRACT };
    const target = await t.place({ option, bracket: { takeProfit: dec('2.50') } });
    const oto = t.venue.orders.at(-1)!;
    expect([oto.class, ...oto.legs.map((leg) => leg.duration)]).toEqual(['oto', 'day', 'gtc']);
    t.venue.fill(oto.legs[0]!.id, { price: '1.50' });
    await t.sync();
    expect((await t.stored(target.id)).trade).toMatchObject({
      status: 'OPEN',
      protection: 'VENUE',
    });
    t.venue.fill(oto.legs[1]!.id, { price: '2.50' });
    await t.sync();
    expect((await t.stored(target.id)).trade.status).toBe('TP_HIT');
    await t.place({ option, bracket: { stopLoss: dec('1.00') } });
    expect(t.venue.orders.at(-1)!.class).toBe('option');
  });
});
