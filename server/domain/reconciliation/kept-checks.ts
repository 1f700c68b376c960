import type { Decimal } from '../decimal.ts';
import { differenceOf, type Finding, type InvariantCheck } from './invariant.ts';
import type { VenueName } from '../venue.ts';
import { recordedDifference } from './recorded-difference.ts';

interface Look {
  readonly venue: VenueName;
  readonly account: string;
  /** Fees of all trades there so far. */
  readonly fees: Decimal;
  /** Of these, the fees of what is held: a venue may count them into its cost. */
  readonly heldFees: Decimal;
  readonly at: Date;
}

/** Findings as they are kept: since when each stands, and from which first look money is compared. */
export function keptChecks(
  findings: readonly Finding[],
  before: readonly InvariantCheck[],
  { venue, account, fees, heldFees, at }: Look,
): readonly InvariantCheck[] {
  return findings.map((finding) => {
    const last = before.find(({ invariant }) => invariant === finding.invariant);
    const countedFees = finding.invariant === 'PNL' ? fees.minus(heldFees) : fees;
    const since = last?.state === finding.state ? last.since : at;
    const told = recordedDifference(finding, last?.told ?? null);
    const based = baseOf(finding, last, countedFees);
    return { ...finding, ...based, countedFees, told, venue, account, since, checkedAt: at };
  });
}

/** From the first look on, until a person accepts a difference, both stay as they are. */
function baseOf(finding: Finding, last: InvariantCheck | undefined, countedFees: Decimal) {
  const money = finding.invariant === 'CASH' || finding.invariant === 'PNL';
  const base = last?.base ?? (money && !finding.within ? differenceOf(finding) : null);
  const baseFees = base && (last?.baseFees ?? countedFees);
  return { base, baseFees, accepted: last?.accepted ?? null };
}
