import type { Username } from '../../../domain/ids.ts';
import type { Fill } from '../../../domain/order/order.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

export const FILL: Shape<Fill> = {
  id: 'text',
  orderId: 'text',
  quantity: 'decimal',
  price: 'decimal',
  value: 'decimal',
  fee: 'decimal',
  filledAt: 'time',
};

export interface FillRow {
  readonly id: string;
  readonly order_id: string;
  readonly position_in_order: number;
}

export function fillToRow(fill: Fill, username: Username, position: number): Columns {
  return { ...toColumns(fill, FILL), username, position_in_order: position };
}

export function fillFromRow(row: FillRow): Fill {
  return withValue(fromColumns(row, FILL));
}

/** Completes a fill: fills of earlier versions have no value of their own. */
export function withValue(fill: Omit<Fill, 'value'> & Partial<Pick<Fill, 'value'>>): Fill {
  return Object.assign(fill, { value: fill.value ?? fill.quantity.times(fill.price) });
}
