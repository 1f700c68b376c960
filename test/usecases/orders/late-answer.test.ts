import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeList } from '../../../server/domain/order/venue-order.ts';
import type { Broker } from '../../../server/ports/broker.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { LOST_RESPONSE } from '../../venues/wire-server.ts';
import { brokersThrough } from '../../support/fakes/brokers.ts';

describe('an answer that comes late, or never', () => {
  let t: TradierDesk;

  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  async function opened(): Promise<string> {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    return id;
  }

  it('does not lose an order that was given up while it waited for its turn', async () => {
    const impatient = t.restart();
    t.restart(
      changed(async (broker, submission) => {
        for (let minutes = 0; minutes < 4; minutes += 1) {
          t.pass(60);
          await impatient.syncOrders.execute();
        }
        return broker.place(submission);
      }),
    );
    const { id } = await t.place();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
    // An order that is no longer wanted is canceled at the venue.
    expect(t.venue.orders.at(-1)!.legs.map((leg) => leg.status)).toEqual([
      'canceled',
      'canceled',
      'canceled',
    ]);
  });

  it('opens the trade with its exits when that order has filled', async () => {
    const impatient = t.restart();
    t.restart(
      changed(async (broker, submission) => {
        for (let minutes = 0; minutes < 4; minutes += 1) {
          t.pass(60);
          await impatient.syncOrders.execute();
        }
        const venueId = await broker.place(submission);
        t.venue.fill(t.legs()[0]!, { price: '1.50' });
        return venueId;
      }),
    );
    const { id } = await t.place();
    const { trade } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', phase: 'OPEN', closedAt: null, reason: null });
    expect(trade).toMatchObject({ protection: 'VENUE', closeReason: null });
  });

  it('is awaited as long as the order’s turn and its answer may take', async () => {
    const impatient = t.restart();
    t.restart(
      changed(async (broker, submission) => {
        t.pass(80);
        await impatient.syncOrders.execute();
        return broker.place(submission);
      }),
    );
    const { id } = await t.place();
    expect(await t.events(id)).not.toContain('ORDER_UNKNOWN');
  });

  it('is still awaited after a list that was read before the order left', async () => {
    const id = await opened();
    const { trade } = await t.stored(id);
    const close = { id, expectedVersion: trade.version, idempotencyKey: t.key() };
    t.venue.fill(t.legs()[1]!, { quantity: 1, price: '2.50' });
    let closing: Promise<unknown> | null = null;
    t.venue.fail('POST /orders', { hangUp: true });
    const lagging = t.restart((deps) => ({
      ...deps,
      brokers: brokersThrough(deps.brokers, (broker) => {
        return overridden(broker, {
          orders: async () => {
            const listed = await broker.orders();
            t.pass(1);
            closing ??= t.desk.trading.executeOrder(ADA, {
              close: { ...close, orderType: 'MARKET' },
            });
            await closing;
            return listed;
          },
        });
      }),
    }));
    t.restart();
    await lagging.syncOrders.execute();
    const sale = (await t.stored(id)).orders.find((order) => order.role === 'CLOSE');
    expect(sale).toMatchObject({ status: 'UNKNOWN', absentSyncs: 0 });
  });

  it('goes to a person on the next day, whose list proves nothing about this order', async () => {
    t.venue.fail('POST /orders', LOST_RESPONSE);
    const { id } = await t.place();
    t.pass(24 * 3600);
    for (let syncs = 0; syncs < 3; syncs += 1) await t.sync();
    const { trade, orders } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'NEEDS_REVIEW', phase: 'PENDING' });
    expect(trade.reason).toContain('no longer lists that day');
    expect(orders.map(({ status }) => status)).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    expect(t.venue.count('POST /orders')).toBe(1);
  });

  it('goes to a person when the venue no longer knows an order that it had', async () => {
    const id = await opened();
    const forgetful = (deps: BookDeps): BookDeps => ({
      ...deps,
      brokers: brokersThrough(deps.brokers, (broker) => {
        return overridden(broker, {
          orders: async () => completeList([]),
          order: async () => null,
        });
      }),
    });
    t.restart(forgetful);
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
    t.restart();
    await t.sync();
    t.restart(forgetful);
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('NEEDS_REVIEW');
    expect(await t.alerts()).toContain('NEEDS_REVIEW');
  });
});

function changed(
  place: (broker: Broker, ...args: Parameters<Broker['place']>) => Promise<string>,
): (deps: BookDeps) => BookDeps {
  return (deps) => ({
    ...deps,
    brokers: brokersThrough(deps.brokers, (broker) => {
      return overridden(broker, { place: (submission) => place(broker, submission) });
    }),
  });
}

/** The broker with some of its methods replaced. */
function overridden(broker: Broker, methods: Partial<Broker>): Broker {
  return new Proxy(broker, {
    get: (target, name) => {
      const own: unknown = Reflect.get(methods, name) ?? Reflect.get(target, name);
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });
}
