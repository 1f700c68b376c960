import { Model } from 'objection';
import type { Decimal } from '../../domain/decimal.ts';
import { valueOfFills } from '../../domain/order/corrected-fills.ts';
import type { FillCorrection } from '../../domain/order/fill-correction.ts';
import type { Order } from '../../domain/order/order.ts';
import { FILL, fillFromRow, type FillRow } from './fill-row.ts';
import {
  fromColumns,
  orNone,
  revive,
  toColumns,
  type Columns,
  type Shape,
} from './record-shape.ts';

type FlatOrder = Omit<Order, 'fills' | 'correction'>;

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

const CORRECTION: Shape<FillCorrection> = {
  averagePrice: 'decimal',
  filledQuantity: 'decimal',
  bookedPrice: 'decimal',
  toldAt: 'time',
  take: 'text',
  note: 'text',
  settledAt: 'time',
  settledBy: 'text',
};
const CORRECTED = 'corrected_';

export class OrderRow extends Model {
  static override tableName = 'orders';

  declare id: string;
  declare trade_id: string;
  declare username: string;
  declare status: string;
  declare last_fill: string | null;
  declare corrected_told_at: number | string | null;
  declare fills?: FillRow[];
}

/** The order's place among those of its trade, whether rules still read it, and the id of its last fill. */
export function orderToRow(
  order: Order,
  username: string,
  { position, counts, lastFill }: { position: number; counts: boolean; lastFill: string | null },
): Columns {
  const { fills: _, correction, ...flat } = order;
  const kept = { position_in_trade: position, counts: counts ? 1 : 0, last_fill: lastFill };
  const corrected = orNone(correction, CORRECTION, CORRECTED);
  return { ...toColumns(flat, ORDER), ...corrected, username, ...kept };
}

/** All of it but its fills. */
export function flatOrderFromRow(row: OrderRow): Omit<Order, 'fills'> {
  const told = row.corrected_told_at !== null;
  const correction = told ? fromColumns<FillCorrection>(row, CORRECTION, CORRECTED) : null;
  return { ...fromColumns<FlatOrder>(row, ORDER), correction };
}

export function orderFromRow(row: OrderRow): Order {
  return { ...flatOrderFromRow(row), fills: (row.fills ?? []).map(fillFromRow) };
}

/** What lines of earlier versions do not say. */
const EARLIER = { sentAt: null, correction: null };

/** An order as `JSON.stringify` wrote it. */
export function orderFromJson(json: Order): Order {
  const fills = json.fills.map((fill) => revive(fill, FILL));
  const { correction: told, ...flat } = { ...EARLIER, ...json };
  const order = { ...revive<FlatOrder>(flat, ORDER), fills };
  // Lines from before this sum was kept have all fills.
  const filledValue = (order.filledValue as Decimal | undefined) ?? valueOfFills(fills);
  const correction = told && revive<FillCorrection>(told, CORRECTION);
  return { ...order, filledValue, correction };
}
