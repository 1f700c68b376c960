import type { Kept } from './promises.ts';
import type { Soaked } from './soak.ts';
import type { Span } from './soak-server.ts';

const MB = 1024 * 1024;
const SHOWN_FAULTS = 10;
const SPAN_HEAD = [
  ...['span', 'minutes', 'share of a core', 'loop late p99, ms', 'p99.9', 'most'],
  ...['idle process p99.9', 'its most', 'memory, MB'],
];

export function isKept({ promises }: Soaked): boolean {
  return promises.every(({ faults }) => faults.length === 0);
}

/** The promises with the findings on each, what broke them, and the cost of each span between faults. */
export function soakReport(soaked: Soaked): string {
  const { promises, server } = soaked;
  const kept = promises.map(({ promise, seen, faults }) => [
    ...[promise, faults.length === 0 ? 'kept' : `BROKEN, ${faults.length} times`, seen],
  ]);
  return [
    table([['promise', 'kept', 'seen'], ...kept]),
    ...promises.flatMap(faultsOf),
    table([SPAN_HEAD, ...server.spans.map(spanRow)]),
    ...sentences(soaked),
  ].join('\n\n');
}

function faultsOf({ promise, faults }: Kept): readonly string[] {
  if (faults.length === 0) return [];
  const shown = faults.slice(0, SHOWN_FAULTS).map((fault) => `- ${fault}`);
  return [`${promise}: BROKEN\n${shown.join('\n')}`];
}

function spanRow({ name, reading, idleMs }: Span): readonly string[] {
  const { wallMs, cpuMs, loopMs, peakRssBytes } = reading;
  const late = [loopMs.p99, loopMs.p999, loopMs.most, idleMs.p999, idleMs.most];
  return [
    ...[name, (wallMs / 60_000).toFixed(1), `${((100 * cpuMs) / wallMs).toFixed(0)} %`],
    ...late.map((ms) => ms.toFixed(0)),
    (peakRssBytes / MB).toFixed(0),
  ];
}

function sentences({ traders, client, faults, server, sockets }: Soaked): readonly string[] {
  const done = Object.entries(traders.done).map(([act, count]) => `${act} ${count}`);
  const { isClean, ms } = server.stopped;
  const starts = server.startsMs.map((ms) => (ms / 1000).toFixed(1));
  return [
    `Taken: ${done.join(', ')}. Refused: ${counts(client.refusals)}.`,
    `${faults.cuts} sockets cut, ${faults.stalls} clients stopped reading, ${sockets} sockets in all; the server ` +
      `paused ${server.slowReaders} subscriptions for it.`,
    `All accounts compared after ${starts.join(' s, ')} s. Stopped ${isClean ? 'cleanly' : 'by force'} in ` +
      `${(ms / 1000).toFixed(1)} s. Errors logged: ${counts(server.errors)}.`,
  ];
}

function counts(all: ReadonlyMap<string, number>): string {
  return [...all].map(([words, count]) => `${count} × ${words}`).join(', ') || 'none';
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
