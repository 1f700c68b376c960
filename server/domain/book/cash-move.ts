import type { TradeId } from '../ids.ts';
import type { Decimal } from '../decimal.ts';

/** A move of cash in the log: a deposit, or a trade after a fill. */
export type CashMove = { readonly at: Date } & (
  | { readonly kind: 'DEPOSIT'; readonly amount: Decimal }
  | {
      readonly kind: 'TRADE';
      readonly tradeId: TradeId;
      /** All cash that the trade has moved up to now. */
      readonly cashFlow: Decimal;
      /** The holding, signed and times its multiplier: the dollars gained when the price rises by one. */
      readonly size: Decimal;
      /** The exit-side price known at that time; null when there was none. */
      readonly price: Decimal | null;
    }
);

export type Deposited = Extract<CashMove, { readonly kind: 'DEPOSIT' }>;

export interface EquityPoint {
  readonly at: Date;
  readonly cash: Decimal;
  /** Cash plus positions at their last known prices; null while a position has none. */
  readonly equity: Decimal | null;
}
