/** The clients of a fan-out, in a process of their own: their work is not the server's. */
import { WebSocket } from 'ws';

export interface Opening {
  readonly url: string;
  readonly count: number;
  /**
   * What a client sends, each once the answer to the last has come; the answer to the last is not waited for.
   * Clients take them in turn.
   */
  readonly greetings: readonly (readonly object[])[];
}

/** Sent by the bench: open these, say when each has got so many changes in all, or when they came since the last time. */
export type Asked = { readonly open: Opening } | { readonly each: number } | 'arrivals';

/** `arrivals`: of each client the machine's steady clock in milliseconds, change by change. */
export type Told =
  | 'open'
  | 'received'
  | { readonly wrong: string }
  | { readonly arrivals: readonly (readonly number[])[] };

const got: number[] = [];
let arrivals: number[][] = [];
let wanted = Number.POSITIVE_INFINITY;
let behind = 0;

process.on('message', (asked: Asked) => {
  if (asked === 'arrivals') tellArrivals();
  else if ('open' in asked) void openAll(asked.open);
  else wait(asked.each);
});

async function openAll({ url, count, greetings }: Opening): Promise<void> {
  got.length = 0;
  arrivals = [];
  for (let each = 0; each < count; each += 1)
    await openOne(each, url, greetings[each % greetings.length] ?? []);
  tell('open');
}

function openOne(at: number, url: string, greeting: readonly object[]): Promise<void> {
  got[at] = 0;
  const socket = new WebSocket(url, 'graphql-transport-ws');
  let said = 0;
  return new Promise((resolve, reject) => {
    const say = (): void => {
      const next = greeting[said];
      said += 1;
      if (next) socket.send(JSON.stringify(next));
      if (said >= greeting.length) resolve();
    };
    socket.on('open', say).on('error', reject);
    socket.on('message', (data: Buffer) => {
      if (said < greeting.length) say();
      else receive(at, data);
    });
  });
}

function receive(at: number, data: Buffer): void {
  if (data.includes('"errors":') || data.includes('"type":"error"'))
    tell({ wrong: data.toString('utf8') });
  const before = got[at] ?? 0;
  const now = before + changesIn(data);
  const instant = steadyMs();
  for (let change = before; change < now; change += 1) (arrivals[at] ??= []).push(instant);
  got[at] = now;
  if (before < wanted && now >= wanted && (behind -= 1) === 0) tell('received');
}

/** Changes that are close to each other may share a message, which tells of each. */
function changesIn(data: Buffer): number {
  return Math.max(1, data.toString('utf8').split('"message":').length - 1);
}

function tellArrivals(): void {
  tell({ arrivals });
  arrivals = [];
}

/** Of the machine, not of the process. */
function steadyMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function wait(each: number): void {
  // A message may be here before the bench asks for it.
  const most = Math.max(...got);
  if (most > each) tell({ wrong: `A client got ${most} messages, not ${each}` });
  wanted = each;
  behind = got.filter((count) => count < each).length;
  if (behind === 0) tell('received');
}

function tell(told: Told): void {
  process.send?.(told);
}
