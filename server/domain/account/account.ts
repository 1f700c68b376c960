import type { TradeId, Username } from '../ids.ts';
import type { Decimal } from '../decimal.ts';
import type { AssetClass } from '../instrument/instrument.ts';
import type { TradingMode } from '../mode.ts';

export type KillSwitchLevel = 'OFF' | 'HALT_ENTRIES' | 'HALT_ALL';

const HOLDS: Record<KillSwitchLevel, number> = { OFF: 0, HALT_ENTRIES: 1, HALT_ALL: 2 };

/** Whether a level stops less than another. */
export function isLowerSwitch(level: KillSwitchLevel, than: KillSwitchLevel): boolean {
  return HOLDS[level] < HOLDS[than];
}

/** The stricter of two switches over one book. */
export function higherSwitch(one: KillSwitchLevel, other: KillSwitchLevel): KillSwitchLevel {
  return isLowerSwitch(one, other) ? other : one;
}

/** One user's money in one book: `cash + cost of positions = deposits + realizedPnl - fees`, exactly. */
export interface Account {
  readonly username: Username;
  readonly cash: Decimal;
  readonly deposits: Decimal;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
  readonly killSwitch: KillSwitchLevel;
  /** The last event's number and hash. */
  readonly sequence: number;
  readonly hash: string;
}

/** A user's whole holding of one instrument, over all its trades. */
export interface Position {
  readonly mode: TradingMode;
  readonly symbol: string;
  readonly underlying: string | null;
  readonly assetClass: AssetClass;
  /** Signed. */
  readonly quantity: Decimal;
  /** Dollars, with the multiplier; negative for shorts. */
  readonly costBasis: Decimal;
  readonly tradeIds: readonly TradeId[];
}
