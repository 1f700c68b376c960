import type { Decimal } from '../decimal.ts';

/** PATTERN_DAY_TRADER: a margin account under the rules for pattern day traders. */
export type AccountKind = 'CASH' | 'MARGIN' | 'PATTERN_DAY_TRADER';

/** A venue's figures for an account, apart from its orders and positions; null where it gives none. */
export interface AccountFigures {
  readonly type: AccountKind | null;
  readonly cash: Decimal | null;
  readonly equity: Decimal | null;
  /** Dollars to spend on options, whose price is paid in full. */
  readonly buyingPower: Decimal | null;
  /** Dollars to spend on shares, part of which a margin account may borrow. */
  readonly shareBuyingPower: Decimal | null;
  readonly dayTradeBuyingPower: Decimal | null;
  /** Dollars of sales that are not settled yet. */
  readonly unsettledCash: Decimal | null;
  /** Dollars that the venue demands, for both kinds of margin call together. */
  readonly marginCall: Decimal | null;
}
