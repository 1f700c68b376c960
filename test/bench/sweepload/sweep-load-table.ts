import type { LoadSpan, SweepLoad } from './measure-sweep-load.ts';

const MB = 1024 * 1024;

const COLUMNS: readonly (readonly [head: string, cell: (span: LoadSpan) => string])[] = [
  ['server', ({ work }) => work],
  ['loop late p99.9, ms', ({ reading }) => ms(reading.loopMs.p999)],
  ['most', ({ reading }) => ms(reading.loopMs.most)],
  ['idle process p99.9', ({ idleMs }) => ms(idleMs.p999)],
  ['its most', ({ idleMs }) => ms(idleMs.most)],
  ['longest turn computed', ({ reading: { longestTurnMs: turn } }) => (turn ? ms(turn) : '–')],
  ['queries', ({ queriesMs }) => String(queriesMs.length)],
  ['their p50, ms', ({ queriesMs }) => ms(quantile(queriesMs, 0.5))],
  ['p95', ({ queriesMs }) => ms(quantile(queriesMs, 0.95))],
  ['most, ms', ({ queriesMs }) => ms(quantile(queriesMs, 1))],
  ['jobs run', ({ jobs }) => String(jobs.reduce((sum, { runs }) => sum + runs, 0))],
  ['jobs skipped', skipped],
  ['cores', ({ reading }) => (reading.cpuMs / reading.wallMs).toFixed(2)],
  ['memory at its peak, MB', ({ reading }) => (reading.peakRssBytes / MB).toFixed(0)],
];

const GOALS: Readonly<Record<string, string>> = {
  ...{ server: '**goal**', 'loop late p99.9, ms': '≤ 50', most: '≤ 50' },
  ...{ 'longest turn computed': '≤ 50', p95: '≤ 100', 'jobs skipped': 'none' },
};

/** A line about the sweep, and a Markdown table of the server at rest and during the sweep. */
export function sweepLoadTable({ plan, rest, busy, firstMs, runs, trades }: SweepLoad): string {
  const heads = COLUMNS.map(([head]) => head);
  const rows = [rest, busy].map((span) => COLUMNS.map(([, cell]) => cell(span)));
  const goals = heads.map((head) => GOALS[head] ?? '–');
  const bars = runs * plan.columns * plan.bars;
  const speed = (bars / busy.reading.wallMs / 1_000).toFixed(1);
  return [
    `Runs of ${plan.columns} columns × ${plan.bars} bars with ${trades} trades: the first stored after ` +
      `${firstMs.toFixed(0)} ms, ${runs} in ${(busy.reading.wallMs / 1_000).toFixed(0)} s, ${speed} M bars/s`,
    '',
    ...[heads, heads.map(() => '---'), ...rows, goals].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

function skipped({ jobs }: LoadSpan): string {
  const late = jobs.filter((job) => job.skipped > 0);
  return (
    late.map(({ name, skipped: n, runs }) => `${name} ${n} of ${n + runs}`).join(', ') || 'none'
  );
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
}
