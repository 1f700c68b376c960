import { dec, type Decimal } from '../decimal.ts';
import { describeAccount } from '../trade/venue-account.ts';
import {
  differenceOf,
  type Finding,
  type InvariantCheck,
  type InvariantName,
  type RecordedDifference,
} from './invariant.ts';

/** Venues round to cents. */
const CENT = dec('0.01');

const NAMES: Readonly<Record<InvariantName, string>> = {
  QUANTITY: 'Quantity',
  AVERAGE_PRICE: 'Cost',
  CASH: 'Cash',
  PNL: 'P&L',
};

/**
 * The difference that an alert reports: still the last one while it has moved by no more than new fees may
 * explain. Null when both sides agree.
 */
export function recordedDifference(
  found: Finding,
  before: RecordedDifference | null,
): RecordedDifference | null {
  if (found.state === 'HOLDS') return null;
  const difference = differenceOf(found);
  if (found.state === 'UNKNOWN' || !difference) return before;
  const now = { difference, tolerance: found.tolerance };
  if (!before || found.within) return now;
  const fees = found.tolerance.minus(before.tolerance).abs();
  const moved = difference.minus(before.difference).abs();
  return moved.greaterThan(fees.plus(CENT)) ? now : before;
}

/** The alert's condition: a new condition alerts again, even a person who read the last one. */
export function conditionOf({ within, told, evidence }: InvariantCheck): string {
  const apart = told?.difference.toFixed() ?? '';
  return within ? `${apart} ${evidence}` : apart;
}

export function describeDifference(check: InvariantCheck): string {
  const { invariant, evidence } = check;
  const unit = invariant === 'QUANTITY' ? '' : ' dollars';
  const apart = signed(differenceOf(check)) + unit;
  return `${describeAccount(check)}: ${NAMES[invariant]} is apart by ${apart}. ${evidence}`;
}

export function describeUnknown(check: InvariantCheck): string {
  const { invariant, evidence, since } = check;
  return `${describeAccount(check)}: ${NAMES[invariant]} has not been compared since ${since.toISOString()}. ${evidence}`;
}

function signed(amount: Decimal | null): string {
  return `${amount?.isPositive() ? '+' : ''}${amount?.toFixed() ?? '—'}`;
}

/** One sentence for differences in one account that a person accepted together. */
export function describeAccepted(checks: readonly InvariantCheck[]): string {
  const [first] = checks;
  const each = checks.map(
    ({ invariant, accepted }) => `${NAMES[invariant]} by ${signed(accepted?.difference ?? null)}`,
  );
  return `Accepted that ${first ? describeAccount(first) : 'the account'} is apart from the book: ${each.join(' and ')} dollars. “${first?.accepted?.note}”`;
}
