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
  /** The exchange's date, YYYY-MM-DD. */
  readonly expiration: string;
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

export type Instrument = OptionContract | Equity;
