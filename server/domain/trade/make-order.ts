import type { Tag } from '../ids.ts';
import { ZERO, type Decimal } from '../decimal.ts';
import type { AssetClass, Instrument } from '../instrument/instrument.ts';
import type { Bracket, CloseRequest, Trade } from './trade.ts';
import {
  directionOf,
  type Order,
  type OrderRole,
  type OrderSide,
  type OrderType,
  type TimeInForce,
} from '../order/order.ts';

const OF_UNITS = { long: 'SELL', short: 'BUY' } as const;
const EXIT_SIDES: Readonly<Record<AssetClass, Record<'long' | 'short', OrderSide>>> = {
  OPTION: { long: 'SELL_TO_CLOSE', short: 'BUY_TO_CLOSE' },
  EQUITY: OF_UNITS,
  TOKEN: OF_UNITS,
};

export interface OrderIdentity {
  readonly nextId: () => string;
  readonly tag: Tag;
  readonly at: Date;
  /** See `Order`; null or left out for everything but swaps. */
  readonly slippagePct?: Decimal | null;
  readonly pays?: Decimal | null;
}

interface Terms {
  readonly role: OrderRole;
  readonly side: OrderSide;
  readonly type: OrderType;
  readonly timeInForce: TimeInForce;
  readonly quantity: Decimal;
  readonly limitPrice: Decimal | null;
  readonly stopPrice: Decimal | null;
}

function makeOrder(trade: Trade, terms: Terms, identity: OrderIdentity): Order {
  const { nextId, tag, at, slippagePct = null, pays = null } = identity;
  return {
    id: nextId(),
    tradeId: trade.id,
    status: 'INTENT',
    filledQuantity: ZERO,
    filledValue: ZERO,
    namedFees: ZERO,
    averagePrice: null,
    slippagePct,
    pays,
    tag,
    venueOrderId: null,
    venueParentId: null,
    reason: null,
    cancelRequested: false,
    absentSyncs: 0,
    placedAt: at,
    sentAt: null,
    updatedAt: at,
    fills: [],
    correction: null,
    adjustment: null,
    askedMove: null,
    swap: null,
    ...terms,
  };
}

export function entryOrder(trade: Trade, identity: OrderIdentity): Order {
  const { side, orderType: type, timeInForce, quantity, limitPrice, stopPrice } = trade;
  const terms = {
    role: 'ENTRY',
    side,
    type,
    timeInForce,
    quantity,
    limitPrice,
    stopPrice,
  } as const;
  return makeOrder(trade, terms, identity);
}

/** The exit orders, target first, then stop, in wire order. */
export function exitOrders(
  trade: Trade,
  bracket: Bracket,
  { quantity, timeInForce }: { quantity: Decimal; timeInForce: TimeInForce },
  identity: OrderIdentity,
): Order[] {
  const common = { side: exitSide(trade), timeInForce, quantity } as const;
  const { stopLoss, stopLimit, takeProfit } = bracket;
  const target: Terms[] = takeProfit
    ? [{ ...common, role: 'TAKE_PROFIT', type: 'LIMIT', limitPrice: takeProfit, stopPrice: null }]
    : [];
  const type = stopLimit ? 'STOP_LIMIT' : 'STOP';
  const stop: Terms[] = stopLoss
    ? [{ ...common, role: 'STOP_LOSS', type, limitPrice: stopLimit, stopPrice: stopLoss }]
    : [];
  return [...target, ...stop].map((terms) => makeOrder(trade, terms, identity));
}

export function closeOrder(
  trade: Trade,
  request: CloseRequest,
  quantity: Decimal,
  identity: OrderIdentity,
): Order {
  const { role, orderType: type, limitPrice } = request;
  const common = { side: exitSide(trade), timeInForce: 'DAY', stopPrice: null } as const;
  return makeOrder(trade, { ...common, role, type, limitPrice, quantity }, identity);
}

export function exitSide(trade: { side: OrderSide; instrument: Instrument }): OrderSide {
  const long = directionOf(trade.side) === 1;
  return EXIT_SIDES[trade.instrument.assetClass][long ? 'long' : 'short'];
}
