/** The clients of a fan-out, in their own process, so that their work does not count as the server's. */
import { WebSocket } from 'ws';

export interface Opening {
  readonly url: string;
  readonly count: number;
  /**
   * What each client sends: a message once the one before is answered; the last answer is not awaited. Clients
   * take these lists in turn.
   */
  readonly greetings: readonly (readonly object[])[];
}

/** Requests of the bench: open clients, say when each has so many changes in all, or when changes arrived. */
export type Asked = { readonly open: Opening } | { readonly each: number } | 'arrivals';

/** Answers; `arrivals` has the machine's steady clock in milliseconds, by client and change. */
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

/** The number of changes in a message: changes that are close together may share one. */
function changesIn(data: Buffer): number {
  return Math.max(1, data.toString('utf8').split('"message":').length - 1);
}

function tellArrivals(): void {
  tell({ arrivals });
  arrivals = [];
}

/** Milliseconds of the machine's steady clock, which all its processes share. */
function steadyMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function wait(each: number): void {
  // A message may have arrived before the bench asks for it.
  const most = Math.max(...got);
  if (most > each) tell({ wrong: `A client got ${most} messages, not ${each}` });
  wanted = each;
  behind = got.filter((count) => count < each).length;
  if (behind === 0) tell('received');
}

function tell(told: Told): void {
  process.send?.(told);
}
