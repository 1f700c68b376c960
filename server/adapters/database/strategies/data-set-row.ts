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

/** The name of a hidden set: no user can give a set such a name. */
export function hiddenName(id: string): string {
  return `:${id}`;
}
