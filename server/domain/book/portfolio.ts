import type { Decimal } from '../decimal.ts';
import type { Mark } from '../market/mark.ts';
import type { Position } from '../account/account.ts';
import type { TradingMode } from '../mode.ts';

export interface Portfolio {
  readonly mode: TradingMode;
  readonly cash: Decimal;
  /** Cash and positions at their marks; a position without a trusted mark stands at cost. */
  readonly equity: Decimal;
  /** How many positions stand at cost; they are left out of `openPnl` and `dayPnl`. */
  readonly unmarked: number;
  readonly buyingPower: Decimal | null;
  readonly openPnl: Decimal | null;
  readonly dayPnl: Decimal | null;
  /** What the book would add, mostly lose, if every stop in force filled right at its price. */
  readonly toStops: Decimal;
  /** Open trades without a stop or a mark: they are left out of `toStops`. */
  readonly withoutStop: number;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
  readonly deposits: Decimal;
  readonly asOf: Date;
}

export interface MarkedPosition extends Position {
  readonly mark: Mark | null;
  readonly averagePrice: Decimal;
  readonly unrealizedPnl: Decimal | null;
}
