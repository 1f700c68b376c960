import type { Grown } from './measure-growth.ts';

const MB = 1024 * 1024;

const COLUMNS: readonly (readonly [head: string, cell: (grown: Grown) => string])[] = [
  ['users × open', ({ users, open }) => `${users} × ${open}`],
  ['dashboards', ({ dashboards }) => String(dashboards)],
  ['listens, s', ({ startMs }) => seconds(startMs)],
  ['all compared, s', ({ comparedMs }) => (comparedMs === null ? 'never' : seconds(comparedMs))],
  ['share of a core', ({ reading }) => `${((100 * reading.cpuMs) / reading.wallMs).toFixed(1)} %`],
  ['loop late p50, ms', ({ reading }) => ms(reading.loopMs.p50)],
  ['p99', ({ reading }) => ms(reading.loopMs.p99)],
  ['p99.9', ({ reading }) => ms(reading.loopMs.p999)],
  ['most', ({ reading }) => ms(reading.loopMs.most)],
  ['longest turn computed', ({ reading: { longestTurnMs } }) => turn(longestTurnMs)],
  ['idle process p99.9', ({ idleMs }) => ms(idleMs.p999)],
  ['its most', ({ idleMs }) => ms(idleMs.most)],
  ['memory, MB', ({ reading }) => megabytes(reading.rssBytes)],
  ['at its peak', ({ reading }) => megabytes(reading.peakRssBytes)],
  ['heap held', ({ heldBytes }) => megabytes(heldBytes)],
  ['messages a dashboard', ({ messages: [least, most] }) => range(least, most)],
  ['jobs skipped', skipped],
  ['jobs failing', ({ jobs }) => list(jobs.filter((job) => job.failing).map(({ name }) => name))],
  ['errors', errors],
];

/** The goals by column; those that depend on size are for 200 × 50. */
const GOALS: Readonly<Record<string, string>> = {
  'users × open': '**goal**',
  dashboards: '200',
  'listens, s': '≤ 5',
  'all compared, s': '≤ 120',
  'p99.9': '≤ 50',
  most: '≤ 250',
  'longest turn computed': '≤ 250',
  'memory, MB': '≤ 600',
  'jobs skipped': 'none',
  'jobs failing': 'none',
  errors: 'none',
};

/** A Markdown table of one database, with a row for each size. */
export function growthTable(all: readonly Grown[]): string {
  const heads = COLUMNS.map(([head]) => head);
  const rows = all.map((grown) => COLUMNS.map(([, cell]) => cell(grown)));
  const goals = heads.map((head) => GOALS[head] ?? '–');
  return [heads, heads.map(() => '---'), ...rows, goals]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function skipped({ jobs }: Grown): string {
  const late = jobs.filter((job) => job.skipped > 0);
  return list(late.map((job) => `${job.name} ${job.skipped} of ${job.skipped + job.runs}`));
}

function errors({ errors: logged, refusals }: Grown): string {
  const refused = refusals.length > 0 ? [`${refusals.length} refusals, ${refusals[0]}`] : [];
  return list([...[...logged].map(([words, count]) => `${count} × ${words}`), ...refused]);
}

function range(least: number, most: number): string {
  return least === most ? String(least) : `${least}–${most}`;
}

function list(items: readonly string[]): string {
  return items.length > 0 ? items.join(', ') : 'none';
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
}

function turn(milliseconds: number | null): string {
  return milliseconds === null ? '–' : ms(milliseconds);
}

function megabytes(bytes: number): string {
  return (bytes / MB).toFixed(0);
}
