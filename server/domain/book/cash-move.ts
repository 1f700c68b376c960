import type { Decimal } from '../decimal.ts';

/** Something that moved cash, as the log has it: a deposit, or a trade as it stood after a fill. */
export type CashMove = { readonly at: Date } & (
  | { readonly kind: 'DEPOSIT'; readonly amount: Decimal }
  | {
      readonly kind: 'TRADE';
      readonly tradeId: string;
      /** All cash that the trade has moved so far. */
      readonly cashFlow: Decimal;
      /** What is held, signed and with its multiplier: what a dollar of price is worth. */
      readonly size: Decimal;
      /** The exit-side price that was known then; null where none was. */
      readonly price: Decimal | null;
    }
);

export type Deposited = Extract<CashMove, { readonly kind: 'DEPOSIT' }>;

export interface EquityPoint {
  readonly at: Date;
  readonly cash: Decimal;
  /** Cash and positions at their last known prices; null while one of them has none. */
  readonly equity: Decimal | null;
}
