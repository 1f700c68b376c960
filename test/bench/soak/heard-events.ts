import { until } from '../../support/values/until.ts';
import type { LiveUser } from '../live/live-desk.ts';
import type { DashboardReport } from '../live/dashboards.ts';
import { readingBook, type Evidence, type Findings } from './evidence.ts';

const ARRIVES_WITHIN_MS = 120_000;

/** Checks that each dashboard received each event after the filled log, once and in order. */
export async function heardEvents(evidence: Evidence): Promise<Findings> {
  const { room, desk } = evidence;
  const logs = await logsOf(evidence, desk.users.slice(0, room.size));
  const isCaughtUp = ({ heard }: DashboardReport, at: number) =>
    heard.every(({ sequences }) => (sequences.at(-1) ?? 0) >= (logs[at]!.at(-1) ?? 0));
  const reports = async () => (await room.reports()).every(isCaughtUp);
  // Events that are still missing are reported below.
  await until('the last events', reports, { within: ARRIVES_WITHIN_MS, every: 500 }).catch(() => 0);
  const told = await room.reports();
  const faults = told.flatMap(({ heard, refusals }, at) => [
    ...heard.flatMap(({ sequences }) => differences(logs[at]!, sequences)),
    ...refusals.map((words) => `was told ${words}`),
  ]);
  const copies = told.flatMap(({ heard }) => heard);
  const events = copies.reduce((sum, { sequences }) => sum + sequences.length, 0);
  return { seen: `${events} events to ${copies.length} subscriptions`, faults };
}

async function logsOf(
  evidence: Evidence,
  users: readonly LiveUser[],
): Promise<readonly (readonly number[])[]> {
  return readingBook(evidence, async (knex) => {
    const logs: number[][] = [];
    for (const { username, filled } of users) {
      const own = knex('events').where({ username, kind: 'TRADE' });
      const since = own.where('sequence', '>', filled.sequence).orderBy('sequence');
      logs.push(await since.pluck<number[]>('sequence'));
    }
    return logs;
  });
}

/** In words, how the received events differ from the log; later events may have arrived since it was read. */
export function differences(log: readonly number[], heard: readonly number[]): readonly string[] {
  const last = log.at(-1) ?? 0;
  const known = heard.filter((sequence) => sequence <= last);
  const at = log.findIndex((sequence, place) => known[place] !== sequence);
  if (at === -1 && known.length === log.length) return [];
  const place = at === -1 ? log.length : at;
  const [wanted, got] = [log[place] ?? 'no more', known[place] ?? 'no more'];
  return [`of ${log.length} events heard ${known.length}: event ${got} where ${wanted} belongs`];
}
