import type { Account } from '../../../domain/account/account.ts';
import { Decimal } from '../../../domain/decimal.ts';

export type Money = Pick<Account, 'cash' | 'deposits' | 'realizedPnl' | 'fees'>;

/** Parts of a trade may use up the domain's digits; a sum of many needs some before the point besides. */
const Wide = Decimal.clone({ precision: 1000 });

/** A sum that never rounds: a ledger that drops the last digit no longer adds up. */
export function exactSum(a: Decimal, b: Decimal | undefined): Decimal {
  return b === undefined ? a : new Decimal(new Wide(a.toFixed()).plus(b.toFixed()).toFixed());
}

export function exactDifference(to: Decimal, from: Decimal): Decimal {
  return exactSum(to, from.negated());
}
