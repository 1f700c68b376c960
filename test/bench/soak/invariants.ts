import { until } from '../../support/values/until.ts';
import type { LiveUser } from '../live/live-desk.ts';
import type { Evidence, Findings } from './evidence.ts';

const RECONCILIATION = `{ reconciliation(mode: PAPER) {
  lastRunAt checks { invariant venue account state evidence } } }`;
/** The longest time in which the desk compares each account again after its start. */
const COMPARED_WITHIN_MS = 120_000;

interface Check {
  readonly invariant: string;
  readonly venue: string;
  readonly account: string;
  readonly state: 'HOLDS' | 'DIFFERS' | 'UNKNOWN';
  readonly evidence: string;
}

interface Reconciliation {
  readonly lastRunAt: string | null;
  readonly checks: readonly Check[];
}

/**
 * How often accounts with something under way are compared, each time after a restart and a pause: an order
 * that a kill kept from the venue is proved absent only once no answer can come any more, by two syncs.
 */
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 120_000;

/** A venue that sums the cost of a symbol's lots cannot say what the lots of one trade cost. */
const MAY_BE_UNKNOWN = new Set(['AVERAGE_PRICE', 'PNL']);

/**
 * Checks that quantity and cash of each user agree with the venue, as compared at a start after all trading,
 * and that average price and P&L do not differ. UNKNOWN is no agreement: for quantity or cash, at every look,
 * it counts as a difference; for the others it is reported.
 */
export async function invariants(evidence: Evidence): Promise<Findings> {
  for (let look = 1; ; look += 1) {
    const { findings, isUnsettled } = await lookAt(evidence);
    if (!isUnsettled || look === LOOKS) return findings;
    evidence.desk.skip(BETWEEN_LOOKS_MS);
    await evidence.server.restart(`after look ${look}`);
  }
}

async function lookAt({ desk, client, server }: Evidence) {
  const all: (Check & { readonly username: string })[] = [];
  const faults: string[] = [];
  for (const user of desk.users) {
    const { username } = user;
    const { checks } = await comparedSince(server.startedAt, user, client);
    if (checks.length === 0) faults.push(`${username}: nothing was compared`);
    all.push(...checks.map((check) => ({ ...check, username })));
  }
  const broken = all.filter(isBroken);
  faults.push(...broken.map((each) => `${each.username}: ${wordsOf(each)}`));
  const told = all.filter((each) => each.state !== 'HOLDS' && !isBroken(each)).length;
  const seen = `${all.length} comparisons of ${desk.users.length} users, ${told} UNKNOWN`;
  return {
    findings: { seen, faults },
    isUnsettled: broken.some((each) => each.state === 'UNKNOWN'),
  };
}

export function isBroken({ invariant, state }: Pick<Check, 'invariant' | 'state'>): boolean {
  return state === 'DIFFERS' || (state === 'UNKNOWN' && !MAY_BE_UNKNOWN.has(invariant));
}

function wordsOf({ invariant, state, evidence }: Check): string {
  return `${invariant} ${state}: ${evidence}`;
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
