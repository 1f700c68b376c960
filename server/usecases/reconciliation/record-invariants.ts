import {
  conditionOf,
  describeDifference,
  describeUnknown,
} from '../../domain/reconciliation/recorded-difference.ts';
import { describeAccount } from '../../domain/trade/venue-account.ts';
import type { InvariantCheck } from '../../domain/reconciliation/invariant.ts';
import type { BookChange } from '../../ports/book.ts';

/**
 * Raises the alert of each invariant that differs and ends it when the invariant holds; while it is UNKNOWN,
 * the alert stays. An invariant that stays UNKNOWN for more than one look gets its own alert, because it is not
 * checked meanwhile.
 */
export async function recordInvariants(
  change: BookChange,
  checks: readonly InvariantCheck[],
  at: Date,
): Promise<void> {
  // A difference in quantity is reported with its trade and makes the rest UNKNOWN: that needs no alert.
  const apart = checks.some(
    ({ invariant, state }) => invariant === 'QUANTITY' && state === 'DIFFERS',
  );
  const standing = await standingOf(change);
  const end = async (kind: Kind, subject: string): Promise<void> => {
    if (standing[kind].has(subject)) await change.resolve(kind, subject, at);
  };
  for (const check of checks) {
    if (!apart) await alertUnknown(change, check, at, end);
    const { invariant, state, within } = check;
    const subject = subjectOf(check);
    // A quantity that differs at the venue is reported with its trade, as FOREIGN_CHANGE.
    if (state !== 'DIFFERS' || (invariant === 'QUANTITY' && !within)) {
      if (state !== 'UNKNOWN') await end('INVARIANT_BROKEN', subject);
      continue;
    }
    const message = describeDifference(check);
    const about = { message, tradeId: null, subject, condition: conditionOf(check) };
    const severity = within ? 'CRITICAL' : 'WARNING';
    await change.raise({ ...about, kind: 'INVARIANT_BROKEN', severity }, at);
  }
}

type Kind = 'INVARIANT_BROKEN' | 'INVARIANT_UNKNOWN';

/** The subjects of standing alerts: nearly always none, and then there is nothing to end. */
async function standingOf(change: BookChange): Promise<Record<Kind, ReadonlySet<string>>> {
  const standing = await change.standing(['INVARIANT_BROKEN', 'INVARIANT_UNKNOWN']);
  const of = (kind: Kind) =>
    new Set(standing.filter((each) => each.kind === kind).map(({ about }) => about));
  return {
    INVARIANT_BROKEN: of('INVARIANT_BROKEN'),
    INVARIANT_UNKNOWN: of('INVARIANT_UNKNOWN'),
  };
}

async function alertUnknown(
  change: BookChange,
  check: InvariantCheck,
  at: Date,
  end: (kind: Kind, subject: string) => Promise<void>,
): Promise<void> {
  const subject = subjectOf(check);
  if (check.state !== 'UNKNOWN') return end('INVARIANT_UNKNOWN', subject);
  if (check.since >= check.checkedAt) return;
  const about = { tradeId: null, subject, condition: check.evidence };
  const message = describeUnknown(check);
  await change.raise({ ...about, kind: 'INVARIANT_UNKNOWN', severity: 'WARNING', message }, at);
}

function subjectOf(check: InvariantCheck): string {
  return `${describeAccount(check)} ${check.invariant}`;
}
