import type { Decimal } from '../decimal.ts';
import type { AssetClass } from '../instrument/instrument.ts';
import type { TradingMode } from './mode.ts';

export type KillSwitchLevel = 'OFF' | 'HALT_ENTRIES' | 'HALT_ALL';

/** One user's money in one book: `cash + cost of positions = deposits + realizedPnl - fees`, exactly. */
export interface Account {
  readonly username: string;
  readonly cash: Decimal;
  readonly deposits: Decimal;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
  readonly killSwitch: KillSwitchLevel;
  /** The last event's number and hash. */
  readonly sequence: number;
  readonly hash: string;
}

/** All that a user holds of one instrument, over all trades in it. */
export interface Position {
  readonly mode: TradingMode;
  readonly symbol: string;
  readonly underlying: string | null;
  readonly assetClass: AssetClass;
  /** Signed. */
  readonly quantity: Decimal;
  /** Dollars, multiplier included; negative for shorts. */
  readonly costBasis: Decimal;
  readonly tradeIds: readonly string[];
}
