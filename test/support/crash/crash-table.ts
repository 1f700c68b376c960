import { FAULT_POINTS } from '../../../server/ports/fault-points.ts';
import type { Moment } from './crash-desk.ts';

export interface Row {
  readonly flow: string;
  readonly moment: Moment;
  readonly database: string;
  /** Everything that was wrong; empty: green. Null: the moment did not occur. */
  readonly faults: readonly string[] | null;
}

const DATABASES = ['SQLite', 'Postgres'];
const POINT_WIDTH = 26;
const FLOW_WIDTH = 32;

const isRed = ({ faults }: Row) => faults !== null && faults.length > 0;

/** A line for one cell: where the process ended, in which flow, on which database, and the result. */
export function crashLine({ flow, moment: { point, nth }, database, faults }: Row): string {
  const words = faults?.length ? `RED ${faults.join('; ')}` : 'green';
  const outcome = faults ? words : 'missed';
  const where = `${flow.padEnd(FLOW_WIDTH)}${`${point} #${nth}`.padEnd(POINT_WIDTH + 3)}`;
  return `${where}${database.padEnd(10)}${outcome}`;
}

/**
 * Points down, flows across, in each cell the databases in their order: how often the process ended there,
 * and `!` when that went wrong even once; then the flows by name, and the total.
 */
export function crashTable(all: readonly Row[]): string {
  const rows = all.filter(({ faults }) => faults !== null);
  const flows = distinct(rows.map(({ flow }) => flow));
  const databases = DATABASES.filter((name) => rows.some(({ database }) => database === name));
  const points = FAULT_POINTS.filter((point) => rows.some(({ moment }) => moment.point === point));
  const columnWidth = 3 * databases.length + 1;
  const head = flows.map((_, index) => String(index + 1).padStart(columnWidth)).join('');
  const lines = points.map((point) => {
    const at = rows.filter(({ moment }) => moment.point === point);
    const cells = flows.map((flow) => {
      const own = at.filter((row) => row.flow === flow);
      const marks = databases.map((name) => mark(own.filter(({ database }) => database === name)));
      return marks.join('').padStart(columnWidth);
    });
    return point.padEnd(POINT_WIDTH) + cells.join('');
  });
  const legend = flows.map((flow, index) => {
    const own = rows.filter((row) => row.flow === flow);
    const name = `${String(index + 1).padStart(3)} ${flow}`.padEnd(FLOW_WIDTH + 4);
    return name + tally(own, databases);
  });
  const title = `killed at (${databases.join(' | ')}; ! red)`;
  return [
    ...[title, ''.padEnd(POINT_WIDTH) + head, ...lines, '', ...legend, ''],
    ...rows.filter(isRed).map(crashLine),
    `${'total'.padEnd(FLOW_WIDTH + 4)}${tally(rows, databases)}; ${all.length - rows.length} missed`,
  ].join('\n');
}

function mark(rows: readonly Row[]): string {
  if (rows.length === 0) return '  ·';
  return `${rows.some(isRed) ? '!' : ' '}${rows.length}`.padStart(3);
}

function tally(rows: readonly Row[], databases: readonly string[]): string {
  const words = databases.map((name) => {
    const own = rows.filter(({ database }) => database === name);
    const red = own.filter(isRed).length;
    return `${name} ${own.length - red} green, ${red} red`.padEnd(28);
  });
  return words.join('').trimEnd();
}

const distinct = (names: readonly string[]) => [...new Set(names)];
