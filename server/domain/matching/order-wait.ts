import { type Decimal, ZERO } from '../decimal.ts';
import { tickSize } from '../instrument/tick-size.ts';
import { untrustedReason } from '../market/mark-rules.ts';
import type { Quote } from '../market/quote.ts';
import { isBuy } from '../order/order.ts';
import { givenUp } from './fill-model.ts';
import { fillBound, sharedPrice, type Touch } from './fill-price.ts';
import { type BookedOrder, isLive, isStop, venueInstrument } from './venue-state.ts';

/**
 * A price of a market, and the direction in which it must move for an order that waits for it. SHARE: the
 * percent points of the width that a buyer (FALLS) or a seller (RISES) gives up from the near side.
 */
export type Gauge =
  | `SHARE_${number}_FALLS`
  | `SHARE_${number}_RISES`
  | 'ASK_FALLS'
  | 'ASK_RISES'
  | 'BID_FALLS'
  | 'BID_RISES'
  | 'MIDDLE_FALLS'
  | 'MIDDLE_RISES'
  | 'SLIPPED_FALLS'
  | 'SLIPPED_RISES';

/** An order acts once its gauge is at or through `at`, in dollars; null: at any market. */
export interface Wait {
  readonly gauge: Gauge;
  readonly at: Decimal | null;
}

/**
 * What a live order waits for: until that comes, `matchOrder` neither triggers nor fills it. Null: no market
 * moves the order.
 */
export function waitOf(order: BookedOrder): Wait | null {
  if (!isLive(order)) return null;
  const buys = isBuy(order.side);
  if (isStop(order) && !order.triggered) {
    return order.stopPrice && { gauge: buys ? 'ASK_RISES' : 'BID_FALLS', at: order.stopPrice };
  }
  const { fillModel: model, limitPrice: limit } = order;
  const share = givenUp(order, buys);
  if (share === null) return null;
  const rests = order.role === 'STOP_LOSS' || order.role === 'TAKE_PROFIT';
  const gauge = gaugeOf(share, buys);
  if (!limit || (model === 'INSTANT' && !rests)) return { gauge, at: null };
  const tick = model === 'CROSS' ? tickSize(venueInstrument(order.symbol), limit) : ZERO;
  return { gauge, at: fillBound(model, { limit, buys, tick }) };
}

/** The gauge names of these shares: they are stored with orders that wait. */
const NAMED = new Map([
  [50, ['MIDDLE_FALLS', 'MIDDLE_RISES']],
  [75, ['SLIPPED_FALLS', 'SLIPPED_RISES']],
  [100, ['ASK_FALLS', 'BID_RISES']],
] as const);

function gaugeOf(share: number, buys: boolean): Gauge {
  const named = NAMED.get(share as 50);
  if (named) return buys ? named[0] : named[1];
  return buys ? `SHARE_${share}_FALLS` : `SHARE_${share}_RISES`;
}

/** What each gauge reads: the share of the width that a buyer or a seller gives up. */
const READS: ReadonlyMap<Gauge, { readonly share: number; readonly buys: boolean }> = new Map([
  ['ASK_RISES', { share: 100, buys: true }],
  ['BID_FALLS', { share: 100, buys: false }],
  ...Array.from({ length: 101 }, (_, share) => share).flatMap((share) =>
    [true, false].map((buys) => [gaugeOf(share, buys), { share, buys }] as const),
  ),
]);

/** The bid and ask at which orders can trade now; null when nothing trades on this quote. */
export function touchOf(quote: Quote, now: Date): Touch | null {
  const { bid, ask } = quote;
  return bid && ask && untrustedReason(quote, now) === null ? { bid, ask } : null;
}

/** A gauge's reading, in dollars. @throws {Error} no order waits by such a gauge. */
export function readingOf(gauge: Gauge, touch: Touch): Decimal {
  const reads = READS.get(gauge);
  if (!reads) throw new Error(`There is no gauge ${gauge}`);
  return sharedPrice(touch, reads.share, reads.buys);
}

export function falls(gauge: Gauge): boolean {
  return gauge.endsWith('FALLS');
}

export function hasCome({ gauge, at }: Wait, touch: Touch): boolean {
  if (at === null) return true;
  const stands = readingOf(gauge, touch);
  return falls(gauge) ? stands.lessThanOrEqualTo(at) : stands.greaterThanOrEqualTo(at);
}
