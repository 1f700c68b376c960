import { median } from '../median.ts';
import type { PriceCase } from './measure-prices.ts';

const HEAD = ['work', 'CPU ms', 'statements', 'goal (CPU)'];

/** A Markdown table: medians of the rounds. */
export function priceTable(cases: readonly PriceCase[]): string {
  const rows = cases.map(({ work, goal, costs }) => [
    work,
    median(costs.map(({ cpuMs }) => cpuMs)).toFixed(1),
    median(costs.map(({ statements }) => statements)).toFixed(0),
    goal,
  ]);
  return [HEAD, HEAD.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
