import { until } from '../../support/values/until.ts';
import type { LiveUser } from '../live/live-desk.ts';
import type { Evidence, Findings } from './evidence.ts';

const RECONCILIATION = `{ reconciliation(mode: PAPER) {
  lastRunAt checks { invariant venue account state evidence } } }`;
/** The desk compares each account again after its start. */
const COMPARED_WITHIN_MS = 120_000;

interface Reconciliation {
  readonly lastRunAt: string | null;
  readonly checks: readonly {
    readonly invariant: string;
    readonly venue: string;
    readonly account: string;
    readonly state: 'HOLDS' | 'DIFFERS' | 'UNKNOWN';
    readonly evidence: string;
  }[];
}

/**
 * Quantity, average price, cash and P&L of each user agree with the venue, as compared once all trading was
 * over. UNKNOWN is no agreement: nothing is in progress then, so it counts like a difference.
 */
export async function invariants({ desk, client, server }: Evidence): Promise<Findings> {
  const faults: string[] = [];
  let seen = 0;
  for (const user of desk.users) {
    const { checks } = await comparedSince(server.startedAt, user, client);
    seen += checks.length;
    if (checks.length === 0) faults.push(`${user.username}: nothing was compared`);
    for (const { invariant, state, evidence } of checks)
      if (state !== 'HOLDS') faults.push(`${user.username}: ${invariant} ${state}: ${evidence}`);
  }
  return { seen: `${seen} comparisons of ${desk.users.length} users`, faults };
}

async function comparedSince(
  since: Date,
  { token }: LiveUser,
  client: Evidence['client'],
): Promise<Reconciliation> {
  return until(
    'a comparison after the end',
    async () => {
      const answer = await client.ask(token, RECONCILIATION);
      const found = answer?.data?.reconciliation as Reconciliation | undefined;
      return found?.lastRunAt && new Date(found.lastRunAt) >= since ? found : null;
    },
    { within: COMPARED_WITHIN_MS, every: 500 },
  );
}
