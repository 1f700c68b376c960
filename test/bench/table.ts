import type { Fill } from './fill/fill-book.ts';
import type { Cost } from './meter.ts';
import { median } from './median.ts';

export interface Measured {
  readonly part: string;
  readonly fill: Fill;
  readonly goal: string;
  readonly now: readonly Cost[];
  /** The costs of another checkout; empty if none was named. */
  readonly before: readonly Cost[];
}

const HEAD = ['part', 'book', 'CPU ms', 'statements', 'loop held ms', 'goal (CPU)'];
const BEFORE = ['CPU before', 'statements before', 'before / now'];

/** A Markdown table: medians of the rounds, and the ratio of another checkout's time to this one's. */
export function tableOf(all: readonly Measured[]): string {
  const compares = all.some(({ before }) => before.length > 0);
  const head = compares ? [...HEAD, ...BEFORE] : HEAD;
  const rows = all.map((measured) => rowOf(measured, compares));
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function rowOf({ part, fill, goal, now, before }: Measured, compares: boolean): readonly string[] {
  const cells = [part, describeFill(fill), cpu(now), statements(now), held(now), goal];
  if (!compares) return cells;
  const ratio = median(before.map(({ cpuMs }) => cpuMs)) / median(now.map(({ cpuMs }) => cpuMs));
  return [...cells, cpu(before), statements(before), `${ratio.toFixed(1)}×`];
}

export function describeFill({ users, open, watched, closed }: Fill): string {
  const trades = [
    [open + watched, 'open'],
    [closed, 'closed'],
  ] as const;
  const each = trades.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${users} × ${each.join(', ')}`;
}

function cpu(costs: readonly Cost[]): string {
  return amount(median(costs.map(({ cpuMs }) => cpuMs)));
}

function held(costs: readonly Cost[]): string {
  return amount(median(costs.map(({ blockedMs }) => blockedMs)));
}

function statements(costs: readonly Cost[]): string {
  return median(costs.map((cost) => cost.statements)).toFixed(0);
}

function amount(ms: number): string {
  return ms.toFixed(ms < 10 ? 1 : 0);
}
