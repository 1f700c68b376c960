import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '../../../server/ports/book.ts';
import { CrashAt } from '../../support/desks/crash-at.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

/** Orders are stored before they are sent. This covers what happens in between, or instead. */
describe('exits or a close, stored and not sent', () => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    venue = new VenueAdversary(t);
  });
  afterEach(() => t.close());

  const MARKET = { orderType: 'MARKET', limitPrice: null } as const;
  async function keyed(id: string) {
    const { version: expectedVersion } = (await t.stored(id)).trade;
    return { id, expectedVersion, idempotencyKey: t.key() };
  }
  async function filled(parts: object): Promise<string> {
    const { id } = await t.place(parts);
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    return id;
  }

  /** Changes the trade as another server does, so that it has a new version. */
  const rewrite = (id: string, row: Record<string, string>) =>
    t.fresh.knex('trades').where({ id }).update(row).increment('version');

  /** Runs `act` right after exits are stored and before this desk sends them. */
  function between(id: string, act: () => Promise<unknown>): void {
    let done = false;
    t.restart((deps) => {
      const change: Book['change'] = async (username, work) => {
        const result = await deps.book.change(username, work);
        const { orders } = await t.stored(id);
        const waits = orders.some((o) => o.role !== 'ENTRY' && o.status === 'INTENT');
        if (waits && !done) {
          done = true;
          await act();
        }
        return result;
      };
      const book = new Proxy(deps.book, {
        get: (target, name) => {
          if (name === 'change') return change;
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
      return { ...deps, book };
    });
  }

  it('are sent by one of two servers that both stored them', async () => {
    const id = await filled(MARKET);
    const other = t.desk;
    between(id, () => other.syncOrders.execute());
    await t.sync();
    await t.sync();
    const { trade, orders } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(t.venue.count('POST /orders')).toBe(2);
    expect(orders.filter((order) => order.status === 'ACCEPTED')).toHaveLength(2);
    expect(orders.filter((order) => order.status === 'INTENT')).toEqual([]);
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('are not sent when the trade is in doubt by then', async () => {
    const id = await filled(MARKET);
    between(id, async () => {
      t.venue.setPosition('SPY260327C00560000', 0);
      await rewrite(id, { status: 'NEEDS_REVIEW' });
    });
    await t.sync();
    expect(t.venue.count('POST /orders')).toBe(1);
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('are not sent for more than is held by then', async () => {
    const id = await filled(MARKET);
    between(id, async () => {
      t.venue.setPosition('SPY260327C00560000', 2, 300);
      await rewrite(id, { open_quantity: '2' });
    });
    await t.sync();
    expect(t.venue.count('POST /orders')).toBe(1);
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('are not sent once somebody else has closed the position', async () => {
    const id = await filled(MARKET);
    const other = t.desk;
    between(id, async () => {
      await other.trading.executeOrder(ADA, {
        close: { ...(await keyed(id)), orderType: 'MARKET' },
      });
      venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    });
    await t.sync();
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('MANUAL_CLOSE');
    expect(venue.uncoveredCloses).toEqual([]);
    expect(venue.working()).toEqual([]);
  });

  it('a stored close is still carried out, however late the desk comes back', async () => {
    let crashed = true;
    for (let step = 1; crashed; step += 1) {
      const id = await filled({});
      await t.sync();
      const crash = new CrashAt(step);
      const close = { ...(await keyed(id)), orderType: 'MARKET' } as const;
      t.restart(crash.through);
      await t.desk.trading.executeOrder(ADA, { close }).catch(() => null);
      crashed = crash.happened;
      const { trade: killed, orders } = await t.stored(id);
      const handedOver = orders.some((o) => o.role === 'CLOSE' && o.status === 'SUBMITTED');
      // It is unknown whether the order left, so it is not sent again and the person gets an error.
      const dropped = handedOver && venue.working().every((order) => order.type !== 'market');
      const wasStored = killed.status === 'CLOSING' && !dropped;
      t.restart();
      for (let round = 0; round < 4; round += 1) {
        t.pass(100);
        await t.sync();
      }
      const { trade } = await t.stored(id);
      expect(trade.status, `killed at step ${step}`).toBe(wasStored ? 'CLOSING' : 'OPEN');
      expect((await t.alerts()).includes('EXIT_REFUSED')).toBe(dropped);
      venue.act({ kind: 'fill', part: wasStored ? 'close' : 'target', quantity: 3 });
      await t.sync();
      expect([venue.working(), venue.held]).toEqual([[], 0]);
    }
    expect(venue.uncoveredCloses).toEqual([]);
  });
});
