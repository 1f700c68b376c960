import type { Shape } from './layout.ts';
import type { Names } from './names.ts';
import type { RowSet } from './row-set.ts';

export interface Columns<S extends Shape> {
  readonly rows: RowSet<S>;
  readonly names: Names;
}

export function everyRow({ rows }: { readonly rows: { readonly size: number } }): Int32Array {
  const all = new Int32Array(rows.size);
  for (let row = 0; row < all.length; row += 1) all[row] = row;
  return all;
}
