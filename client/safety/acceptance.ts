import type { InvariantName, ReconciliationPartsFragment } from '../gql/graphql.ts';
import { exact } from '../lib/exact.ts';
import { price, quantity, UNKNOWN, words } from '../lib/format.ts';

export type Check = ReconciliationPartsFragment['checks'][number];
type Checks = readonly Check[];

export const INVARIANT: Record<InvariantName, string> = {
  QUANTITY: 'Quantity',
  AVERAGE_PRICE: 'Cost',
  CASH: 'Cash',
  PNL: 'P&L',
};

/** The account of a check. */
export type Place = Pick<Check, 'venue' | 'account'>;

export function isAt(place: Place) {
  return ({ venue, account }: Check) => venue === place.venue && account === place.account;
}

/** “TRADIER SANDBOX VA1”. */
export function placeName({ venue, account }: Place): string {
  return `${words(venue)} ${account}`;
}

/** One side of a check in its unit; unknown when it was not compared. */
export function sideOf({ invariant }: Check, value: string | null | undefined): string {
  if (value == null) return UNKNOWN;
  return invariant === 'QUANTITY' ? quantity(value) : price(value);
}

/** The difference with its sign; 0 when there is none. */
export function apartOf({ invariant, difference }: Check): string {
  if (difference == null) return UNKNOWN;
  if (exact(difference)?.isZero()) return '0';
  const sign = { sign: true };
  return invariant === 'QUANTITY' ? quantity(difference, sign) : price(difference, sign);
}

export function acceptableAt(checks: Checks, place: Place): Check[] {
  return checks.filter(isAt(place)).filter(({ acceptable }) => acceptable);
}

/** What an acceptance says about the account. */
export function meaningOf(chosen: Checks): string | null {
  const check = chosen.find(({ invariant }) => invariant === 'CASH') ?? chosen[0];
  const apart = exact(check?.difference);
  if (!check || !apart) return null;
  const more = apart.isPositive();
  const verb = check.invariant === 'CASH' ? 'has' : 'shows';
  const after = more ? 'a deposit, interest or a dividend' : 'a withdrawal or a charge';
  return `The account ${placeName(check)} ${verb} ${price(apart.abs())} dollars ${more ? 'more' : 'less'} than the trades of this book explain, as after ${after}.`;
}

/** The checks that a CONFLICT carries; null without any. */
export function currentChecks(current: unknown): ReconciliationPartsFragment | null {
  const whole = typeof current === 'object' && current !== null && 'checks' in current;
  return whole ? (current as ReconciliationPartsFragment) : null;
}

/** The state of a check in a conflict: its difference, or that it agrees. */
export function standing(check: Check | undefined): string {
  if (!check || check.state === 'UNKNOWN') return 'unknown';
  return check.state === 'HOLDS' ? 'agrees' : apartOf(check);
}

/** The worst result of all checks, in a few words. */
export function verdict({ checks }: ReconciliationPartsFragment): string {
  if (checks.some(({ state }) => state === 'DIFFERS')) return 'they differ';
  if (checks.some(({ state }) => state === 'UNKNOWN')) return 'some checks are unknown';
  return checks.length > 0 ? 'they agree' : 'nothing to compare';
}
