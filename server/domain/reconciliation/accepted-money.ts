import type { AccountFunds } from '../account/account-funds.ts';
import { ZERO, type Decimal } from '../decimal.ts';
import { badInput, Refusal } from '../refusal.ts';
import { isSameAccount } from '../trade/venue-account.ts';
import type { CurrentChecks } from './accept-differences.ts';
import type { InvariantCheck } from './invariant.ts';

/** Cash of an account of real money that a person accepted. */
export interface AcceptedMoney {
  /** Dollars that came; negative when they went. */
  readonly amount: Decimal;
  /** The account's funds with the amount paid in; later cash is compared with the cash of the accepted comparison. */
  readonly funds: AccountFunds;
}

/**
 * The deposits to book for cash that a person accepted, in accounts whose money the book follows. `accepted`:
 * the accepted checks, in their new state. Such an account's P&L is accepted only together with its cash,
 * because money that came shows in both.
 * @throws {Refusal} BAD_USER_INPUT for P&L alone; CONFLICT when money was booked since the comparison.
 */
export function acceptedMoney(
  current: CurrentChecks,
  accepted: readonly InvariantCheck[],
  followed: readonly AccountFunds[],
): readonly AcceptedMoney[] {
  return followed.flatMap((funds) => {
    const named = accepted.filter((check) => isSameAccount(check, funds));
    const before = current.checks.find(
      (check) => check.invariant === 'CASH' && isSameAccount(check, funds),
    );
    const word = named.find(({ invariant }) => invariant === 'CASH')?.accepted;
    if (!word) {
      if (named.length > 0 && before?.state === 'DIFFERS')
        throw badInput('input.differences', 'Accept cash with it: what came shows in both.');
      return [];
    }
    const moved = before && movedBy(before, word.difference, funds);
    if (!moved) {
      const message = 'Money was booked since this comparison: look again after the next one.';
      throw new Refusal('CONFLICT', message, { current });
    }
    return [{ amount: word.difference, funds: moved }];
  });
}

/** The funds after a deposit; null when the check is not the newest figure of the account's money. */
function movedBy(
  { ours, theirs, base, countedFees, checkedAt }: InvariantCheck,
  amount: Decimal,
  funds: AccountFunds,
): AccountFunds | null {
  const { deposited, basedAt } = funds;
  if (!ours || !theirs || !base || !countedFees || !deposited) return null;
  if (basedAt && basedAt > checkedAt) return null;
  return {
    ...funds,
    deposited: deposited.plus(amount),
    baseCash: theirs.plus(base),
    baseCashFlow: ours.minus(deposited),
    baseFees: countedFees,
    basedAt: checkedAt,
  };
}

/**
 * The checks to keep once the amount is a deposit. The book then has the money itself, so no base moves by it.
 * P&L that agrees now, and that the person did not name, goes on agreeing.
 */
export function checksWithPaidIn(
  checks: readonly InvariantCheck[],
  accepted: readonly InvariantCheck[],
  booked: readonly AcceptedMoney[],
): readonly InvariantCheck[] {
  const paidIn = (check: InvariantCheck) =>
    booked.find(({ funds }) => isSameAccount(check, funds))?.amount ?? ZERO;
  const kept = accepted.map((check) => withPaidIn(check, paidIn(check)));
  const beside = checks.filter(
    (check) =>
      check.invariant === 'PNL' &&
      check.state === 'HOLDS' &&
      !paidIn(check).isZero() &&
      !accepted.some((each) => each.invariant === 'PNL' && isSameAccount(each, check)),
  );
  return [...kept, ...beside.map((check) => withPaidIn(check, paidIn(check)))];
}

function withPaidIn(check: InvariantCheck, amount: Decimal): InvariantCheck {
  const { ours, theirs, base } = check;
  if (amount.isZero()) return check;
  return {
    ...check,
    ours: ours && ours.plus(amount),
    theirs: theirs && theirs.plus(amount),
    base: base && base.minus(amount),
  };
}
