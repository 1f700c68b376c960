import { expect } from 'vitest';
import { sum, ZERO } from '../../../server/domain/decimal.ts';
import { isFinal } from '../../../server/domain/order/order-status.ts';
import type { Trade, TradeAggregate } from '../../../server/domain/trade/trade.ts';
import type { TradierDesk } from './tradier-desk.ts';
import type { VenueAdversary } from './venue-adversary.ts';
import { wholeTrade } from '../values/whole-trade.ts';

/** Checks what must hold after every step, whatever the venue did. */
export async function checkAlways(t: TradierDesk, venue: VenueAdversary, id: string) {
  expect(venue.uncoveredCloses, 'closing orders for more than is held').toEqual([]);
  const stored = await wholeTrade(t.fresh.book.read('ada'), id);
  await checkMoney(t, stored);
  await checkQuantities(t, stored);
  checkTags(t);
}

/** Checks what must hold once the venue has behaved for a few syncs, and the whole log up to then. */
export async function checkSettled(t: TradierDesk, venue: VenueAdversary, id: string) {
  const { trade, orders } = await wholeTrade(t.fresh.book.read('ada'), id);
  await checkVersions(t, trade);
  const alerts = await t.alerts();
  const ours = new Set(orders.filter((o) => !isFinal(o.status)).map((o) => o.venueOrderId));
  const strays = venue.working().filter((order) => !ours.has(String(order.id)));
  const unsent = orders.filter((order) => order.status === 'INTENT');
  expect(unsent, 'nothing stored waits to be sent for ever').toEqual([]);
  if (trade.status === 'NEEDS_REVIEW') {
    expect(alerts.some((kind) => kind === 'NEEDS_REVIEW' || kind === 'FOREIGN_CHANGE')).toBe(true);
    return;
  }
  expect(strays.map((order) => `${order.id} ${order.side} ${order.status}`)).toEqual([]);
  expect(venue.held, 'the venue holds what the book holds').toBe(trade.openQuantity.toNumber());
  await checkCovered(t, venue, id);
}

/** Checks that a position's recorded stop is at the venue, or that an alert says otherwise. */
export async function checkCovered(t: TradierDesk, venue: VenueAdversary, id: string) {
  const { trade } = await t.stored(id);
  const alerts = await t.alerts();
  if (trade.phase !== 'OPEN' || trade.openQuantity.isZero()) return;
  if (!trade.bracket.stopLoss || trade.status === 'NEEDS_REVIEW') return;
  // A closing market order protects better than any stop.
  const stops = venue
    .working()
    .filter((o) => o.side === 'sell_to_close' && (o.stop !== null || o.type === 'market'));
  const covered = sum(stops.map((order) => order.quantity.minus(order.filled)));
  const live = stops.every((order) => order.status !== 'pending') && covered.gt(ZERO);
  if (live && covered.equals(trade.openQuantity)) return;
  expect(alerts, `naked: ${trade.status} ${trade.protection}`).toContain('UNPROTECTED');
  expect(trade.unprotectedSince).not.toBeNull();
}

async function checkMoney(t: TradierDesk, { trade }: TradeAggregate) {
  const { cash, deposits, realizedPnl, fees } = await t.fresh.book.read('ada').account();
  const left = cash.plus(trade.openCost);
  expect(left.toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
  const own = trade.cashFlow.plus(trade.openCost);
  expect(own.toFixed()).toBe(trade.realizedPnl.minus(trade.fees).toFixed());
}

async function checkQuantities(t: TradierDesk, { trade, orders }: TradeAggregate) {
  const filled = (entry: boolean) =>
    sum(
      orders
        .filter((order) => (order.role === 'ENTRY') === entry)
        .flatMap((order) => order.fills.map((fill) => fill.quantity)),
    );
  const open = filled(true).minus(filled(false));
  expect(trade.openQuantity.isNegative() && !trade.openQuantity.isZero()).toBe(false);
  if (open.isNegative() && !open.isZero()) {
    expect(trade.openQuantity.toFixed(), 'closed more than held').toBe('0');
    expect(await t.alerts()).toContain('NEEDS_REVIEW');
  } else {
    expect(trade.openQuantity.toFixed()).toBe(open.toFixed());
  }
}

function checkTags(t: TradierDesk) {
  const tags = t.venue.requests
    .filter((request) => request.route === 'POST /orders')
    .map((request) => request.form.tag);
  expect(new Set(tags).size, 'one POST a tag').toBe(tags.length);
}

async function checkVersions(t: TradierDesk, trade: Trade) {
  const page = await t.fresh.book.read('ada').eventsOf(trade.id, { first: 500, after: null });
  const versions = page.items.map(({ item }) => item.trade.version).reverse();
  expect(versions).toEqual(Array.from({ length: trade.version }, (_, index) => index + 1));
}
