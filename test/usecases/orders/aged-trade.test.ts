import { afterEach, describe, expect, it, vi } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import { aFill, anOrder, keep } from '../../support/values/builders.ts';
import { databases } from '../../support/databases/databases.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { watchStatements } from '../../support/databases/statements.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';
import { wholeTrade } from '../../support/values/whole-trade.ts';

const DAY_MS = 24 * 3600_000;
const YESTERDAY = new Date(NOON.getTime() - DAY_MS);
/** Exits closer together than the venue accepts, so that the desk watches them. */
const TIGHT = { bracket: { stopLoss: dec('1.48'), takeProfit: dec('1.52') } };

/** A trade's history: an entry in this many fills, and closes that the venue refused. */
function past(orders: readonly Order[], { closes, fills }: { closes: number; fills: number }) {
  const [entry, ...rest] = orders as [Order, ...Order[]];
  const { id: orderId, tradeId } = entry;
  const more = Array.from({ length: fills }, (_, at) =>
    aFill({ ...entry.fills.at(-1), id: `${orderId}-past-${at}`, orderId, quantity: dec('0.0001') }),
  );
  const refused = Array.from({ length: closes }, (_, at) =>
    anOrder({
      ...{ id: `${orderId}-refused-${at}`, tradeId, tag: `refused-${at}` },
      ...{ role: 'STOP_LOSS', type: 'MARKET', status: 'REJECTED' },
      ...{ limitPrice: null, side: 'SELL_TO_CLOSE', quantity: entry.quantity },
      ...{ placedAt: YESTERDAY, updatedAt: YESTERDAY },
    }),
  );
  return [{ ...entry, fills: [...more, ...entry.fills] }, ...rest, ...refused];
}

describe.each(databases())('a trade with a long history, on %s', (_, open) => {
  let t: TradierDesk;
  afterEach(async () => {
    vi.restoreAllMocks();
    await t.close();
  });

  /** Watches and closes a trade with such a history; returns the database cost of each step. */
  async function live(age: { closes: number; fills: number }) {
    t = await TradierDesk.start(open);
    t.quote(1.49, 1.51);
    const venue = new VenueAdversary(t);
    const { id } = await t.place(TIGHT);
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    const young = await t.stored(id);
    await t.fresh.book.change('ada', (book) =>
      keep(book, young, young.trade, past(young.orders, age)),
    );
    const seen = watchStatements(t.fresh);
    const costs: { statements: number; bindings: number }[] = [];
    const step = async (act: () => Promise<unknown>) => {
      seen.length = 0;
      await act();
      const bindings = seen.reduce((total, each) => total + each.bindings.length, 0);
      costs.push({ statements: seen.length, bindings });
    };
    await step(() => t.desk.watchExits.execute());
    await step(() => t.sync());
    t.quote(1.48, 1.6);
    await step(() => t.desk.watchExits.execute());
    expect((await t.stored(id)).trade.status).toBe('CLOSING');
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await step(() => t.sync());
    vi.restoreAllMocks();
    const { trade, orders } = await wholeTrade(t.fresh.book.read('ada'), id);
    expect(trade).toMatchObject({ status: 'SL_HIT', phase: 'CLOSED' });
    expect(await t.fresh.book.proveLog('ada')).toMatchObject({ fault: null });
    const fills = orders.reduce((total, order) => total + order.fills.length, 0);
    return { costs, orders: orders.length, fills, venue: [venue.working(), venue.uncoveredCloses] };
  }

  it('is stored, watched and closed at the cost of a new one: 5,000 orders, or 20,000 fills', async () => {
    const fresh = await live({ closes: 0, fills: 0 });
    await t.close();
    const orders = await live({ closes: 5_000, fills: 0 });
    await t.close();
    const fills = await live({ closes: 0, fills: 20_000 });
    expect(orders.orders).toBe(fresh.orders + 5_000);
    expect(fills.fills).toBe(fresh.fills + 20_000);
    expect(orders.costs).toEqual(fresh.costs);
    expect(fills.costs).toEqual(fresh.costs);
    for (const { venue } of [fresh, orders, fills]) expect(venue).toEqual([[], []]);
  });
});
