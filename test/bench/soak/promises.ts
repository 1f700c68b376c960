import { verifiedLogs } from './audit.ts';
import type { Evidence, Findings } from './evidence.ts';
import { heardEvents } from './heard-events.ts';
import { invariants } from './invariants.ts';
import { placedKeys } from './placed-keys.ts';
import { venueTags } from './venue-tags.ts';

const MB = 1024 * 1024;
/** The share by which the heap in use may grow, for the trades that are placed during the soak. */
const GROWS_BY_SHARE = 0.5;
const GROWS_BY_BYTES = 64 * MB;

export interface Kept extends Findings {
  readonly promise: string;
}

const PROMISES: readonly (readonly [
  promise: string,
  look: (evidence: Evidence) => Findings | Promise<Findings>,
])[] = [
  ['Each dashboard gets each event once, in order', heardEvents],
  ['Each placed key has one trade', placedKeys],
  ['No order is doubled at the venue, and none is nobody’s', venueTags],
  ['Book and venue agree', invariants],
  ['Each log is as it was written', verifiedLogs],
  ['Each request is answered, and none unforeseen', answers],
  ['No job fails', jobs],
  ['Memory does not grow without bound', memory],
];

/** Whether each promise was kept, checked once all trading is over. */
export async function promisesOf(evidence: Evidence): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const [promise, look] of PROMISES) kept.push({ promise, ...(await look(evidence)) });
  return kept;
}

function answers({ client }: Evidence): Findings {
  const never = client.neverAnswered;
  return {
    seen: `${client.asked} requests, ${client.lost} times without an answer`,
    faults: [...client.unforeseen, ...(never > 0 ? [`${never} were never answered`] : [])],
  };
}

function jobs({ server }: Evidence): Findings {
  const failed = [...server.failedJobs];
  return { seen: `${server.looks} looks`, faults: failed.map((name) => `${name} failed`) };
}

function memory({ held }: Evidence): Findings {
  const seen = `${megabytes(held.first)} MB held, ${megabytes(held.last)} at the end`;
  return { seen, faults: isBounded(held) ? [] : [seen] };
}

export function isBounded({ first, last }: Evidence['held']): boolean {
  return last <= first * (1 + GROWS_BY_SHARE) + GROWS_BY_BYTES;
}

function megabytes(bytes: number): string {
  return (bytes / MB).toFixed(0);
}
