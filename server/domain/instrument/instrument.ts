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

/** The token that tokens are bought with and sold for. */
export type SettlementToken = 'USDC' | 'SOL';

/** Solana's own tokens, and those of the demo's simulation: the prices of one say nothing about the other. */
export type TokenMarketName = 'SOLANA' | 'SIMULATED';

/** A Solana token. Its symbol and underlying are its mint: base58, compared exactly. */
export interface Token {
  readonly assetClass: 'TOKEN';
  readonly symbol: string;
  readonly underlying: string;
  readonly multiplier: 1;
  /** The issuer's name for it, for people to read: many tokens share a name, so nothing is found by it. */
  readonly ticker: string;
  /** The mint's decimals: the least quantity is 10 to the power of minus this. */
  readonly decimals: number;
  readonly settlement: SettlementToken;
  readonly market: TokenMarketName;
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
  /** Its market has a bid and an ask. A token's price is judged instead, and a swap quotes one side for one size. */
  readonly twoSided: boolean;
}

export const ASSET_RULES: Readonly<Record<AssetClass, AssetRules>> = {
  OPTION: { option: true, shares: false, twoSided: true },
  EQUITY: { option: false, shares: true, twoSided: true },
  TOKEN: { option: false, shares: false, twoSided: false },
};

export function isOption(instrument: Instrument): instrument is OptionContract {
  return ASSET_RULES[instrument.assetClass].option;
}

export function isToken(instrument: Instrument): instrument is Token {
  return instrument.assetClass === 'TOKEN';
}

export function isShares(instrument: Instrument): instrument is Equity {
  return ASSET_RULES[instrument.assetClass].shares;
}
