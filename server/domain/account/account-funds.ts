import { dec, type Decimal } from '../decimal.ts';
import type { AccountFigures } from '../order/account-figures.ts';
import type { VenueName } from '../venue.ts';

/** An account's cash at one time, and the cash and fees that the book's own trades had moved there by then. */
export interface MoneyThen {
  readonly cash: Decimal;
  readonly cashFlow: Decimal;
  readonly fees: Decimal;
}

/** An account of real money: the venue's last figures, and what of its cash the book counts as paid in. */
export interface AccountFunds extends AccountFigures {
  readonly venue: VenueName;
  readonly account: string;
  /** When the venue said these figures. */
  readonly asOf: Date;
  /** Dollars booked as deposits, less withdrawals; null until the account's first cash is booked. */
  readonly deposited: Decimal | null;
  /** What later cash is compared with, and since when; null before the first. */
  readonly baseCash: Decimal | null;
  readonly baseCashFlow: Decimal | null;
  readonly baseFees: Decimal | null;
  readonly basedAt: Date | null;
  /** A wallet's SOL, and what the desk’s swaps had moved of it by then; null for other accounts. */
  readonly baseSol: Decimal | null;
  readonly baseSolMoved: Decimal | null;
}

/**
 * The part of a change of an account's cash that the book's trades do not explain.
 *
 * FIRST: nothing of it is booked yet. NOTHING: only what the trades moved, give or take their fees, which a
 * venue may count differently. CAME: money came or went while no trade moved any. UNCLEAR: trades moved money
 * too, so only the venue's history can tell the two apart.
 */
export interface FundsMove {
  readonly kind: 'FIRST' | 'NOTHING' | 'CAME' | 'UNCLEAR';
  /** Dollars; negative when they went. */
  readonly amount: Decimal;
  /** How far the fees of the book's trades may be off. */
  readonly tolerance: Decimal;
}

const CENT = dec('0.01');
const NOTHING = dec(0);

export function baseOf(funds: AccountFunds | null): (MoneyThen & { readonly at: Date }) | null {
  const { baseCash: cash, baseCashFlow: cashFlow, baseFees: fees, basedAt: at } = funds ?? {};
  return cash && cashFlow && fees && at ? { cash, cashFlow, fees, at } : null;
}

export function fundsMove(base: MoneyThen | null, now: MoneyThen): FundsMove {
  if (!base) return { kind: 'FIRST', amount: now.cash.minus(now.cashFlow), tolerance: NOTHING };
  const moved = now.cashFlow.minus(base.cashFlow);
  const amount = now.cash.minus(base.cash).minus(moved);
  const quiet = moved.isZero() && now.fees.equals(base.fees);
  if (quiet) return { kind: amount.isZero() ? 'NOTHING' : 'CAME', amount, tolerance: NOTHING };
  const tolerance = now.fees.minus(base.fees).abs().plus(CENT);
  const explained = amount.abs().lessThanOrEqualTo(tolerance);
  return { kind: explained ? 'NOTHING' : 'UNCLEAR', amount, tolerance };
}

/** Where real money came to or went from, and what the venue calls it. */
export interface DepositOrigin {
  readonly venue: VenueName;
  readonly account: string;
  readonly words: string;
}
