import type { Decimal } from '../decimal.ts';

/** PATTERN_DAY_TRADER: a margin account under the rules for pattern day traders. */
export type AccountKind = 'CASH' | 'MARGIN' | 'PATTERN_DAY_TRADER';

/** What a venue tells of an account besides its orders and positions; null where it does not. */
export interface AccountFigures {
  readonly type: AccountKind | null;
  readonly cash: Decimal | null;
  readonly equity: Decimal | null;
  /** Dollars for options, whose price is paid in full. */
  readonly buyingPower: Decimal | null;
  /** Dollars for shares, which a margin account may borrow a part of. */
  readonly shareBuyingPower: Decimal | null;
  readonly dayTradeBuyingPower: Decimal | null;
  /** Dollars of sales that are not settled. */
  readonly unsettledCash: Decimal | null;
  /** Dollars that the venue calls for, of both kinds of margin call. */
  readonly marginCall: Decimal | null;
}
