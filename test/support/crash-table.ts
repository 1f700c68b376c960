import type { Moment } from './crash-desk.ts';

export interface Row {
  readonly flow: string;
  readonly moment: Moment;
  readonly database: string;
  /** All that was wrong; none: ok. */
  readonly faults: readonly string[];
}

/** A line for each cell: where the process ended, in which flow, on what, and what came of it. */
export function crashTable(rows: readonly Row[]): string {
  const cells = rows.map(({ flow, moment: { point, nth }, database, faults }) => [
    flow,
    `${point} #${nth}`,
    database,
    faults.length === 0 ? 'ok' : `RED ${faults.join('; ')}`,
  ]);
  const widths = [31, 29, 8];
  const line = (row: readonly string[]) =>
    row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
  return cells.map(line).join('\n');
}
