import { Model } from 'objection';
import type { Order } from '../../domain/order/order.ts';
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
  declare fills?: FillRow[];
}

/** `position`: the order's place among the orders of its trade. */
export function orderToRow(order: Order, username: string, position: number): Columns {
  const { fills: _, ...flat } = order;
  return { ...toColumns(flat, ORDER), username, position_in_trade: position };
}

export function flatOrderFromRow(row: object): FlatOrder {
  return fromColumns<FlatOrder>(row, ORDER);
}

export function orderFromRow(row: OrderRow): Order {
  return { ...flatOrderFromRow(row), fills: (row.fills ?? []).map(fillFromRow) };
}

/** An order as `JSON.stringify` wrote it. */
export function orderFromJson(json: Order): Order {
  return { ...revive<FlatOrder>(json, ORDER), fills: json.fills.map((fill) => revive(fill, FILL)) };
}
