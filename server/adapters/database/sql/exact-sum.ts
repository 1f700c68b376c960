import type { Account } from '../../../domain/account/account.ts';
import { Decimal } from '../../../domain/decimal.ts';

export type Money = Pick<Account, 'cash' | 'deposits' | 'realizedPnl' | 'fees'>;

/** One trade's amounts may use all digits of the domain; a sum of many needs more before the point. */
const Wide = Decimal.clone({ precision: 1000 });

/** A sum that never rounds: a ledger that drops its last digit does not add up. */
export function exactSum(a: Decimal, b: Decimal | undefined): Decimal {
  return b === undefined ? a : new Decimal(new Wide(a.toFixed()).plus(b.toFixed()).toFixed());
}

export function exactDifference(to: Decimal, from: Decimal): Decimal {
  return exactSum(to, from.negated());
}
