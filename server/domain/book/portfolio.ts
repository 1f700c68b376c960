import type { Decimal } from '../decimal.ts';
import type { Mark } from '../market/mark.ts';
import type { Position } from '../account/account.ts';
import type { TradingMode } from '../mode.ts';

export interface Portfolio {
  readonly mode: TradingMode;
  readonly cash: Decimal;
  /** Cash plus positions at their marks; a position without a trusted mark counts at cost. */
  readonly equity: Decimal;
  /** The number of positions at cost; `openPnl` and `dayPnl` leave them out. */
  readonly unmarked: number;
  readonly buyingPower: Decimal | null;
  readonly openPnl: Decimal | null;
  readonly dayPnl: Decimal | null;
  /** The P&L, mostly a loss, if every stop in force filled exactly at its price. */
  readonly toStops: Decimal;
  /** Open trades without a stop or a mark; `toStops` leaves them out. */
  readonly withoutStop: number;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
  readonly deposits: Decimal;
  readonly asOf: Date;
}

export interface MarkedPosition extends Position {
  /** A token's name by its issuer, and its mint's decimals; null for what an exchange lists. */
  readonly ticker: string | null;
  readonly decimals: number | null;
  readonly mark: Mark | null;
  readonly averagePrice: Decimal;
  readonly unrealizedPnl: Decimal | null;
}
