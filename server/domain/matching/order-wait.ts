import { type Decimal, ZERO } from '../decimal.ts';
import { tickSize } from '../instrument/tick-size.ts';
import { untrustedReason } from '../market/mark-rules.ts';
import type { Quote } from '../market/quote.ts';
import { isBuy } from '../order/order.ts';
import { fillBound, middle, slipped, type Touch } from './fill-price.ts';
import { type BookedOrder, isLive, isStop, venueInstrument } from './venue-state.ts';

/** A price of a market, and the way in which it has to go for an order that waits for it. */
export type Gauge =
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
 * What a live order waits for: as long as that has not come, `matchOrder` neither triggers nor fills it. Null:
 * no market moves it.
 */
export function waitOf(order: BookedOrder): Wait | null {
  if (!isLive(order)) return null;
  const buys = isBuy(order.side);
  if (isStop(order) && !order.triggered) {
    return order.stopPrice && { gauge: buys ? 'ASK_RISES' : 'BID_FALLS', at: order.stopPrice };
  }
  const { fillModel: model, limitPrice: limit } = order;
  if (model === 'QUOTE') return null;
  const rests = order.role === 'STOP_LOSS' || order.role === 'TAKE_PROFIT';
  const gauge = gaugeOf(model, buys);
  if (!limit || (model === 'INSTANT' && !rests)) return { gauge, at: null };
  const tick = model === 'CROSS' ? tickSize(venueInstrument(order.symbol), limit) : ZERO;
  return { gauge, at: fillBound(model, { limit, buys, tick }) };
}

function gaugeOf(model: BookedOrder['fillModel'], buys: boolean): Gauge {
  if (model === 'MID') return buys ? 'MIDDLE_FALLS' : 'MIDDLE_RISES';
  if (model === 'ORATS') return buys ? 'SLIPPED_FALLS' : 'SLIPPED_RISES';
  return buys ? 'ASK_FALLS' : 'BID_RISES';
}

/** The two sides at which orders can trade now; null when nothing trades on this quote. */
export function touchOf(quote: Quote, now: Date): Touch | null {
  const { bid, ask } = quote;
  return bid && ask && untrustedReason(quote, now) === null ? { bid, ask } : null;
}

/** Where a gauge stands, in dollars. */
export function readingOf(gauge: Gauge, touch: Touch): Decimal {
  switch (gauge) {
    case 'ASK_FALLS':
    case 'ASK_RISES':
      return touch.ask;
    case 'BID_FALLS':
    case 'BID_RISES':
      return touch.bid;
    case 'MIDDLE_FALLS':
    case 'MIDDLE_RISES':
      return middle(touch);
    case 'SLIPPED_FALLS':
    case 'SLIPPED_RISES':
      return slipped(touch, gauge === 'SLIPPED_FALLS');
  }
}

export function falls(gauge: Gauge): boolean {
  return gauge.endsWith('FALLS');
}

export function hasCome({ gauge, at }: Wait, touch: Touch): boolean {
  if (at === null) return true;
  const stands = readingOf(gauge, touch);
  return falls(gauge) ? stands.lessThanOrEqualTo(at) : stands.greaterThanOrEqualTo(at);
}
