import { ZERO, type Decimal } from '../../domain/decimal.ts';
import type { OrderSide, OrderType } from '../../domain/order/order.ts';
import type {
  VenueOrder,
  VenueOrderShape,
  VenueOrderStatus,
} from '../../domain/order/venue-order.ts';
import { durationRefusal, wordsOf } from './tradier-durations.ts';
import type { OrderRow } from './tradier-schema.ts';

/**
 * `pending_cancel` may still fill. `calculated` is left out: the word is documented, its meaning is not.
 * Sources: the statuses of docs.tradier.com (orders, account streaming) and of its older pages.
 */
const STATUS: Readonly<Record<string, VenueOrderStatus>> = {
  pending: 'PENDING',
  submitted: 'PENDING',
  accepted_for_bidding: 'PENDING',
  open: 'OPEN',
  pending_cancel: 'OPEN',
  held: 'HELD',
  partially_filled: 'PARTIALLY_FILLED',
  filled: 'FILLED',
  canceled: 'CANCELED',
  expired: 'EXPIRED',
  rejected: 'REJECTED',
  error: 'REJECTED',
};

const SHAPE: Readonly<Record<string, VenueOrderShape>> = {
  equity: 'SINGLE',
  option: 'SINGLE',
  oto: 'OTO',
  oco: 'OCO',
  otoco: 'OTOCO',
};

const SIDE: Readonly<Record<string, OrderSide>> = {
  buy: 'BUY',
  sell: 'SELL',
  sell_short: 'SELL_TO_OPEN',
  buy_to_cover: 'BUY_TO_CLOSE',
  buy_to_open: 'BUY_TO_OPEN',
  buy_to_close: 'BUY_TO_CLOSE',
  sell_to_open: 'SELL_TO_OPEN',
  sell_to_close: 'SELL_TO_CLOSE',
};

const TYPE: Readonly<Record<string, OrderType>> = {
  market: 'MARKET',
  limit: 'LIMIT',
  stop: 'STOP',
  stop_limit: 'STOP_LIMIT',
};

/**
 * Returns legs flat, including those of an OCO inside an OTOCO, each with its parent's tag. A leg of an
 * unrecognised order is unrecognised too. Any part of the order may carry the refusal of the whole for its
 * durations.
 */
export function venueOrder(row: OrderRow, parent: Family | null = null): VenueOrder {
  const family = familyOf(row, parent);
  return {
    venueOrderId: row.id,
    ...family,
    status: STATUS[row.status] ?? 'UNRECOGNISED',
    rawStatus: row.status,
    cancelPending: isCancelPending(row.status),
    symbol: row.option_symbol ?? row.symbol,
    side: SIDE[row.side ?? ''] ?? null,
    type: TYPE[row.type ?? ''] ?? null,
    quantity: row.quantity,
    filledQuantity: row.exec_quantity ?? ZERO,
    averagePrice: positive(row.avg_fill_price),
    limitPrice: positive(row.price),
    stopPrice: positive(row.stop_price),
    reason: row.reason_description ?? wordsOf(row.errors),
    createdAt: instant(row.create_date),
    changedAt: instant(row.transaction_date),
    legs: row.leg.flatMap((leg) => flat(venueOrder(leg, family))),
  };
}

/** Recognises undocumented words for a pending cancel as well. */
function isCancelPending(word: string): boolean {
  return STATUS[word] !== 'CANCELED' && word.includes('cancel');
}

type Family = Pick<VenueOrder, 'tag' | 'shape' | 'refusedDurations'>;

function familyOf(row: OrderRow, parent: Family | null): Family {
  const own = SHAPE[row.class ?? (parent ? 'option' : '')] ?? 'UNRECOGNISED';
  return {
    tag: row.tag ?? parent?.tag ?? null,
    shape: parent?.shape === 'UNRECOGNISED' ? 'UNRECOGNISED' : own,
    refusedDurations: parent?.refusedDurations ?? durationRefusal(row) !== null,
  };
}

function flat(order: VenueOrder): readonly VenueOrder[] {
  return order.legs.length > 0 ? order.legs : [order];
}

/** Only positive prices: 0 means "not yet" or "none". Credits of multi-leg orders are negative and not ours. */
function positive(value: Decimal | null): Decimal | null {
  return value?.greaterThan(0) ? value : null;
}

/** Reads text, or epoch seconds or milliseconds; the length of the number shows which. */
function instant(text: string | null): Date | null {
  const epoch = /^(\d{10})(\d{3})?$/.exec(text ?? '');
  const time = epoch ? Number(text) * (epoch[2] ? 1 : 1000) : Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time);
}
