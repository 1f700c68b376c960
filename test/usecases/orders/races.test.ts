import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Broker } from '../../../server/ports/broker.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';
import { MAINTENANCE } from '../../venues/wire-server.ts';
import { brokersThrough } from '../../support/fakes/brokers.ts';

/** Two things at once: two jobs, a job and a person, two servers. */
describe('at the same time', () => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    venue = new VenueAdversary(t);
  });
  afterEach(() => t.close());

  const MARKET = { orderType: 'MARKET', limitPrice: null } as const;
  async function opened() {
    const { id } = await t.place();
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    return id;
  }
  async function keyed(id: string) {
    const { version: expectedVersion } = (await t.stored(id)).trade;
    return { id, expectedVersion, idempotencyKey: t.key() };
  }
  /** Starts a second server on the same book, which runs `act` before it calls the venue. */
  function meanwhile(name: 'place' | 'cancel', act: () => Promise<unknown>): void {
    const other = t.desk;
    let done = false;
    t.restart((deps) => ({
      ...deps,
      brokers: brokersThrough(deps.brokers, (broker) => {
        const before = async () => {
          if (done) return;
          done = true;
          await act();
        };
        return new Proxy<Broker>(broker, {
          get: (target, key) => {
            const value: unknown = Reflect.get(target, key, target);
            if (typeof value !== 'function') return value;
            return async (...args: unknown[]): Promise<unknown> => {
              if (key === name) await before();
              return Reflect.apply(value, target, args) as unknown;
            };
          },
        });
      }),
    }));
    expect(other).not.toBe(t.desk);
  }

  it('two syncs place the exits of a market entry once', async () => {
    const first = t.desk;
    const second = t.restart();
    for (let round = 0; round < 8; round += 1) {
      const { id } = await t.place(MARKET);
      venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
      await Promise.all([first.syncOrders.execute(), second.syncOrders.execute()]);
      await t.sync();
      const { trade, orders } = await t.stored(id);
      expect(trade.protection).toBe('VENUE');
      expect(orders.filter((order) => order.status === 'ACCEPTED')).toHaveLength(2);
      venue.act({ kind: 'fill', part: 'target', quantity: 3 });
      await t.sync();
    }
    expect(venue.uncoveredCloses).toEqual([]);
    expect(venue.held).toBe(0);
  });

  it('a sync sees the order before its sender does: nothing is canceled', async () => {
    const other = t.desk;
    const { exchange } = t.venue;
    const take = exchange.take.bind(exchange);
    exchange.take = (account, form) => {
      const order = take(account, form);
      account.fill(order.legs[0]!, dec(3), dec('1.50'));
      return order;
    };
    // The answer arrives, but only after a sync has read the order.
    t.restart((deps) => ({
      ...deps,
      brokers: brokersThrough(deps.brokers, (broker) => {
        const place: Broker['place'] = async (submission) => {
          const answer = await broker.place(submission);
          await other.syncOrders.execute();
          return answer;
        };
        const blind: Broker['order'] = async () => null;
        return new Proxy<Broker>(broker, {
          get: (target, key) => {
            if (key === 'place') return place;
            if (key === 'order') return blind;
            const value: unknown = Reflect.get(target, key, target);
            return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          },
        });
      }),
    }));
    const { id } = await t.place();
    const { trade, orders } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(orders.map((order) => order.status)).toEqual(['FILLED', 'ACCEPTED', 'ACCEPTED']);
  });

  it('exits stored by one server yield to a close by another, and are not sent after it', async () => {
    const { id } = await t.place(MARKET);
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    const person = t.desk;
    meanwhile('place', async () => {
      await person.trading
        .executeOrder(ADA, { close: { ...(await keyed(id)), ...MARKET } })
        .catch(() => null);
    });
    await t.sync();
    await t.sync();
    expect(venue.uncoveredCloses).toEqual([]);
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('MANUAL_CLOSE');
    expect([venue.working(), venue.held]).toEqual([[], 0]);
  });

  it('a trade that cannot be advanced does not keep others from being synced', async () => {
    await t.place({ quantity: dec(1) });
    const second = await t.place({ quantity: dec(2) });
    for (const order of t.venue.orders) t.venue.fill(order.legs[0]!.id, { price: '1.50' });
    let broken = true;
    t.restart((deps) => ({
      ...deps,
      sources: {
        of: (...whose) => deps.sources.of(...whose),
        snapshotsFor: (...whose) => {
          if (!broken) return deps.sources.snapshotsFor(...whose);
          broken = false;
          throw new Error('a bug of ours');
        },
      },
    }));
    await expect(t.sync()).rejects.toThrow('Some orders could not be synced');
    expect((await t.stored(second.id)).trade.status).toBe('OPEN');
  });

  it('a resting limit close is replaced by a market close', async () => {
    const id = await opened();
    const limit = { orderType: 'LIMIT', limitPrice: dec('1.80') } as const;
    await t.desk.trading.executeOrder(ADA, { close: { ...(await keyed(id)), ...limit } });
    expect(venue.working().map((order) => order.type)).toEqual(['limit']);
    const closing = await t.desk.trading.executeOrder(ADA, {
      close: { ...(await keyed(id)), orderType: 'MARKET' },
    });
    expect(closing.status).toBe('CLOSING');
    expect(venue.working().map((order) => order.type)).toEqual(['market']);
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('MANUAL_CLOSE');
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('both exits filled: one close, an alert, and the position decides whether it is in doubt', async () => {
    const id = await opened();
    const other = await opened();
    venue.act({ kind: 'fillBothExits' });
    await t.sync();
    expect((await t.stored(other)).trade).toMatchObject({
      status: 'NEEDS_REVIEW',
      phase: 'CLOSED',
      closeReason: 'TP_HIT',
    });
    expect((await t.events(other)).filter((type) => type === 'CLOSED')).toHaveLength(1);
    expect(await t.alerts()).toContain('NEEDS_REVIEW');
    expect((await t.stored(id)).trade.status).toBe('OPEN');
  });

  it('both exits reported filled, and the venue holds what the book holds: the trade stays closed', async () => {
    const id = await opened();
    venue.act({ kind: 'fillBothExits' });
    t.venue.setPosition('SPY260327C00560000', 0);
    await t.sync();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'TP_HIT', phase: 'CLOSED' });
    expect(await t.alerts()).toEqual([]);
  });

  it('both exits filled, and the holdings are unknown: the trade goes to a person', async () => {
    const id = await opened();
    venue.act({ kind: 'fillBothExits' });
    t.venue.setPosition('SPY260327C00560000', 0);
    t.venue.fail('GET /positions', MAINTENANCE, 100);
    await t.sync();
    const doubted = { status: 'NEEDS_REVIEW', phase: 'CLOSED', closeReason: 'TP_HIT' };
    expect((await t.stored(id)).trade).toMatchObject(doubted);
    expect(await t.alerts()).toContain('NEEDS_REVIEW');
  });
});
