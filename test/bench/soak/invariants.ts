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
 * What was under way at a look is compared again after another start, for which time has passed: an order that
 * a kill kept from the venue is proved absent only when no answer can come any more, by two syncs.
 */
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 120_000;

/**
 * Quantity, average price, cash and P&L of each user agree with the venue, as compared at a start after all
 * trading. UNKNOWN is no agreement: what is UNKNOWN at every look counts like a difference.
 */
export async function invariants(evidence: Evidence): Promise<Findings> {
  for (let look = 1; ; look += 1) {
    const { findings, isUnknown } = await lookAt(evidence);
    if (!isUnknown || look === LOOKS) return findings;
    evidence.desk.skip(BETWEEN_LOOKS_MS);
    await evidence.server.restart(`after look ${look}`);
  }
}

async function lookAt({ desk, client, server }: Evidence) {
  const faults: string[] = [];
  let seen = 0;
  let isUnknown = false;
  for (const user of desk.users) {
    const { checks } = await comparedSince(server.startedAt, user, client);
    seen += checks.length;
    isUnknown ||= checks.some(({ state }) => state === 'UNKNOWN');
    if (checks.length === 0) faults.push(`${user.username}: nothing was compared`);
    for (const { invariant, state, evidence } of checks)
      if (state !== 'HOLDS') faults.push(`${user.username}: ${invariant} ${state}: ${evidence}`);
  }
  const findings = { seen: `${seen} comparisons of ${desk.users.length} users`, faults };
  return { findings, isUnknown };
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
