import type { Decimal } from '../decimal.ts';
import { differenceOf, type Finding, type InvariantCheck } from './invariant.ts';
import type { VenueName } from '../venue.ts';
import { recordedDifference } from './recorded-difference.ts';

interface Look {
  readonly venue: VenueName;
  readonly account: string;
  /** Fees of all trades in the account so far. */
  readonly fees: Decimal;
  /** The part of them for open positions: a venue may include these in its cost. */
  readonly heldFees: Decimal;
  readonly at: Date;
}

/** Turns findings into stored checks: since when each has its state, and the base for comparing money. */
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

/** Base and base fees stay those of the first comparison until a person accepts a difference. */
function baseOf(finding: Finding, last: InvariantCheck | undefined, countedFees: Decimal) {
  const money = finding.invariant === 'CASH' || finding.invariant === 'PNL';
  const base = last?.base ?? (money && !finding.within ? differenceOf(finding) : null);
  const baseFees = base && (last?.baseFees ?? countedFees);
  return { base, baseFees, accepted: last?.accepted ?? null };
}
