import { Drawdown } from '../columns/amounts.ts';
import type { Decimal } from '../decimal.ts';
import type { ClosedColumns } from './closed-columns.ts';

/** Dollars by which the running net result, in order of closing, is now below its highest. */
export function currentDrawdown({ rows }: ClosedColumns): Decimal {
  const { units, odd } = rows.amounts.net;
  const drawdown = new Drawdown();
  for (let row = 0; row < rows.size; row += 1) drawdown.add(units[row]!, odd?.[row]);
  return drawdown.current;
}
