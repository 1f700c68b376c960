import type { DataSet } from '../../../ports/data-sets.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

const SET: Shape<DataSet> = {
  ...{ id: 'text', username: 'text', name: 'text', version: 'number', rows: 'number' },
  ...{ hash: 'text', createdAt: 'time' },
};

export function setToRow(set: DataSet): Columns {
  return toColumns(set, SET);
}

export function setFromRow(row: object): DataSet {
  return fromColumns<DataSet>(row, SET);
}

/** Of a set that nobody sees: no set of a user can be called so. */
export function hiddenName(id: string): string {
  return `:${id}`;
}
