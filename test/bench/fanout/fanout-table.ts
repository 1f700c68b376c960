import { median } from '../median.ts';
import type { FanoutCase } from './measure-fanout.ts';

const HEAD = ['work', 'sockets', 'sender', 'CPU µs a delivery', 'last one, ms', '× raw ws (CPU)'];

/** A Markdown table: medians of the rounds, and the median of the rounds' ratios to `ws` alone. */
export function fanoutTable(cases: readonly FanoutCase[]): string {
  return [HEAD, HEAD.map(() => '---'), ...cases.map((each) => rowOf(each, cases))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function rowOf(each: FanoutCase, cases: readonly FanoutCase[]): readonly string[] {
  const { work, clients, station, rounds } = each;
  const raw = cases.find(
    (other) => other.work === work && other.clients === clients && other.station === 'raw ws',
  );
  const ratios = rounds.map(({ cpuMicros }, at) => cpuMicros / (raw?.rounds[at]?.cpuMicros ?? NaN));
  return [
    work,
    String(clients),
    station,
    median(rounds.map(({ cpuMicros }) => cpuMicros)).toFixed(1),
    median(rounds.map(({ lastMs }) => lastMs)).toFixed(1),
    raw ? median(ratios).toFixed(2) : '–',
  ];
}
