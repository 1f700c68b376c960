import { sameDecimal, type Decimal } from '../decimal.ts';
import { badInput, Refusal } from '../refusal.ts';
import { whyNotAccepted } from './acceptable.ts';
import { differenceOf, type InvariantCheck, type InvariantName } from './invariant.ts';
import type { TradingMode } from '../mode.ts';

const LONGEST_NOTE = 500;
const FROM_HERE =
  'A person accepted what was apart: how both sides change from here on is compared.';

export interface SeenDifference {
  readonly invariant: InvariantName;
  /** theirs − ours, in dollars, when the person saw it. */
  readonly difference: Decimal;
}

/** A person's statement that the differences at one venue have a known reason. */
export interface Acceptance {
  readonly mode: TradingMode;
  readonly venue: string;
  /** Null or undefined: any account there whose difference is still the one seen. */
  readonly account?: string | null;
  readonly differences: readonly SeenDifference[];
  readonly note: string;
}

/** What a CONFLICT carries: all checks as they are now. */
export interface CurrentChecks {
  readonly mode: TradingMode;
  readonly checks: readonly InvariantCheck[];
}

/**
 * Returns the accepted checks in their new state.
 * @throws {Refusal} BAD_USER_INPUT with the field; CONFLICT with all checks when the difference has changed
 * since.
 */
export function acceptDifferences(
  checks: readonly InvariantCheck[],
  { mode, venue, account = null, differences, note }: Acceptance,
  by: { readonly at: Date; readonly actor: string },
): readonly InvariantCheck[] {
  const why = checkedNote(note);
  if (differences.length === 0) throw badInput('input.differences', 'Name what you accept.');
  const there = comparedIn(checks, venue, account);
  return differences.map((seen, index) => {
    const field = `input.differences.${index}.invariant`;
    if (differences.findIndex(({ invariant }) => invariant === seen.invariant) < index)
      throw badInput(field, `${seen.invariant} is named twice.`);
    const same = there.filter(({ invariant }) => invariant === seen.invariant);
    // With several accounts there, takes the account whose difference is still the one seen.
    const check = same.find((each) => sameDecimal(differenceOf(each), seen.difference)) ?? same[0];
    const whyNot = whyNotAccepted(check ?? { ...seen, venue: there[0]!.venue, within: false });
    if (whyNot) throw badInput(field, whyNot);
    if (!check || !sameDecimal(differenceOf(check), seen.difference)) {
      const message = `${seen.invariant} at ${[venue, account].filter(Boolean).join(' ')} does not stand as you saw it: look again.`;
      const current: CurrentChecks = { mode, checks };
      throw new Refusal('CONFLICT', message, { current });
    }
    if (check.state !== 'DIFFERS')
      throw badInput(field, `${seen.invariant} is not found to differ: nothing to accept.`);
    return accepted(check, { difference: seen.difference, note: why, ...by });
  });
}

function comparedIn(
  checks: readonly InvariantCheck[],
  venue: string,
  account: string | null,
): readonly InvariantCheck[] {
  const atVenue = checks.filter((check) => check.venue === venue);
  if (atVenue.length === 0) throw badInput('input.venue', `Nothing was compared at ${venue} yet.`);
  if (account === null) return atVenue;
  const there = atVenue.filter((check) => check.account === account);
  if (there.length > 0) return there;
  throw badInput('input.account', `Nothing was compared in the account ${account} yet.`);
}

function checkedNote(note: string): string {
  const why = note.trim();
  if (why === '') throw badInput('input.note', 'Say why it differs, such as a deposit.');
  if (why.length <= LONGEST_NOTE) return why;
  throw badInput('input.note', `A note has at most ${LONGEST_NOTE} characters.`);
}

/** Moves the base by the difference, so both sides are equal now; fees are counted from here on. */
function accepted(
  check: InvariantCheck,
  word: NonNullable<InvariantCheck['accepted']>,
): InvariantCheck {
  const { ours, base, baseFees, countedFees, tolerance } = check;
  const fees = countedFees ?? baseFees;
  return {
    ...check,
    state: 'HOLDS',
    theirs: ours,
    tolerance: baseFees && fees ? tolerance.plus(baseFees).minus(fees) : tolerance,
    evidence: FROM_HERE,
    since: word.at,
    base: base && base.plus(word.difference),
    baseFees: fees,
    told: null,
    accepted: word,
  };
}
