import type { BackupCase } from './measure-backup.ts';

const HEAD = [
  'work',
  's',
  'CPU s',
  'memory MB',
  'loop held ms',
  'of it computing',
  'file MB',
  'goal',
];
const MB = 1024 * 1024;

/** A Markdown table. */
export function backupTable(cases: readonly BackupCase[]): string {
  const rows = cases.map(({ work, goal, cost, turnMs, grownBytes, fileBytes }) => [
    work,
    (cost.wallMs / 1000).toFixed(1),
    (cost.cpuMs / 1000).toFixed(1),
    (grownBytes / MB).toFixed(0),
    cost.blockedMs.toFixed(1),
    turnMs?.toFixed(1) ?? 'not known',
    (fileBytes / MB).toFixed(1),
    goal,
  ]);
  return [HEAD, HEAD.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
