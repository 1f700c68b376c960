import os from 'node:os';
import { median } from '../median.ts';
import type { ImportMeasured, ImportRound } from './measure-import.ts';

const MB = 1024 * 1024;

type Row = readonly [what: string, of: (round: ImportRound) => number | null, goal: string];

const ROWS: readonly Row[] = [
  ['by the clock, s', ({ server }) => server.wallMs / 1_000, '≤ 10'],
  ['processor time, s', ({ server }) => server.cpuMs / 1_000, '–'],
  ['the same of a plain read, s', ({ plain }) => plain.cpuMs / 1_000, '–'],
  ['of the plain read', ({ server, plain }) => server.cpuMs / plain.cpuMs, '–'],
  ['more memory at its peak, MB', ({ server }) => server.moreBytes / MB, '≤ 300'],
  ['longest turn computed, ms', ({ server }) => server.turnMs, '≤ 50'],
  ['loop late at most, ms', ({ server }) => server.loopMs, '–'],
];

/** A Markdown table: the median of the rounds, and each of them. */
export function importTable({ bytes, rows, rounds }: ImportMeasured): string {
  const lines = ROWS.map(([what, of, goal]) => {
    const values = rounds.map(of).filter((each) => each !== null);
    const middle = values.length > 0 ? text(median(values)) : '–';
    return [what, middle, values.map(text).join(', '), goal];
  });
  return [
    `${(bytes / MB).toFixed(1)} MB of CSV, ${rows} rows, SQLite, Node ${process.version}, ${os.cpus().length} cores`,
    '',
    ...[['import', 'median', 'rounds', 'goal'], ['---', '---', '---', '---'], ...lines].map(
      (cells) => `| ${cells.join(' | ')} |`,
    ),
  ].join('\n');
}

function text(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
