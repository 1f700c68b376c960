import type { CalendarDate } from '../ids.ts';
import type { Decimal } from '../decimal.ts';

export type AssetClass = 'OPTION' | 'EQUITY' | 'TOKEN';
export type OptionRight = 'CALL' | 'PUT';

/** A listed US option. `symbol` is the compact OCC symbol, e.g. `SPY260327C00560000`. */
export interface OptionContract {
  readonly assetClass: 'OPTION';
  readonly symbol: string;
  /** The OCC root: the underlying, or an adjusted or weekly root such as `AAPL7`, `SPXW`. */
  readonly root: string;
  readonly underlying: string;
  /** The exchange date, YYYY-MM-DD. */
  readonly expiration: CalendarDate;
  readonly strike: Decimal;
  readonly right: OptionRight;
  readonly multiplier: number;
}

export interface Equity {
  readonly assetClass: 'EQUITY';
  readonly symbol: string;
  readonly underlying: string;
  readonly multiplier: 1;
}

/** A Solana token. Symbol and underlying are its mint, base58, which is compared exactly. */
export interface Token {
  readonly assetClass: 'TOKEN';
  readonly symbol: string;
  readonly underlying: string;
  readonly multiplier: 1;
}

/** An instrument that an exchange of shares and options lists. */
export type Listed = OptionContract | Equity;
export type Instrument = Listed | Token;

/** What follows from the asset class alone. */
interface AssetRules {
  /** A contract on an underlying, which expires and has greeks. */
  readonly option: boolean;
  /** Shares: they can be delivered, split and used to cover a short call. */
  readonly shares: boolean;
}

export const ASSET_RULES: Readonly<Record<AssetClass, AssetRules>> = {
  OPTION: { option: true, shares: false },
  EQUITY: { option: false, shares: true },
  TOKEN: { option: false, shares: false },
};

export function isOption(instrument: Instrument): instrument is OptionContract {
  return ASSET_RULES[instrument.assetClass].option;
}

export function isShares(instrument: Instrument): instrument is Equity {
  return ASSET_RULES[instrument.assetClass].shares;
}
