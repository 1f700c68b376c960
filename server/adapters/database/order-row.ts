import { Model } from 'objection';
import { sum, type Decimal } from '../../domain/decimal.ts';
import type { Fill, Order } from '../../domain/order/order.ts';
import { FILL, fillFromRow, type FillRow } from './fill-row.ts';
import { fromColumns, revive, toColumns, type Columns, type Shape } from './record-shape.ts';

type FlatOrder = Omit<Order, 'fills'>;

const ORDER: Shape<FlatOrder> = {
  id: 'text',
  tradeId: 'text',
  role: 'text',
  status: 'text',
  side: 'text',
  type: 'text',
  timeInForce: 'text',
  quantity: 'decimal',
  filledQuantity: 'decimal',
  filledValue: 'decimal',
  limitPrice: 'decimal',
  stopPrice: 'decimal',
  averagePrice: 'decimal',
  tag: 'text',
  venueOrderId: 'text',
  venueParentId: 'text',
  reason: 'text',
  cancelRequested: 'flag',
  absentSyncs: 'number',
  placedAt: 'time',
  sentAt: 'time',
  updatedAt: 'time',
};

export class OrderRow extends Model {
  static override tableName = 'orders';

  declare id: string;
  declare trade_id: string;
  declare username: string;
  declare status: string;
  declare last_fill: string | null;
  declare fills?: FillRow[];
}

/** The order's place among those of its trade, whether rules still read it, and the id of its last fill. */
export function orderToRow(
  order: Order,
  username: string,
  { position, counts, lastFill }: { position: number; counts: boolean; lastFill: string | null },
): Columns {
  const { fills: _, ...flat } = order;
  const kept = { position_in_trade: position, counts: counts ? 1 : 0, last_fill: lastFill };
  return { ...toColumns(flat, ORDER), username, ...kept };
}

export function flatOrderFromRow(row: object): FlatOrder {
  return fromColumns<FlatOrder>(row, ORDER);
}

export function orderFromRow(row: OrderRow): Order {
  return { ...flatOrderFromRow(row), fills: (row.fills ?? []).map(fillFromRow) };
}

/** What lines of earlier versions do not say. */
const BEFORE_SENT_AT = { sentAt: null };

/** An order as `JSON.stringify` wrote it. */
export function orderFromJson(json: Order): Order {
  const fills = json.fills.map((fill) => revive(fill, FILL));
  const order = { ...revive<FlatOrder>({ ...BEFORE_SENT_AT, ...json }, ORDER), fills };
  // Lines from before this sum was kept have all fills.
  const filledValue = (order.filledValue as Decimal | undefined) ?? valueOf(fills);
  return { ...order, filledValue };
}

function valueOf(fills: readonly Fill[]): Decimal {
  return sum(fills.map(({ quantity, price }) => quantity.times(price)));
}
