import type { AssetClass, Instrument, OptionContract } from '../instrument/instrument.ts';
import { listedOf } from '../instrument/listed-symbol.ts';

/** The instrument that a symbol of a data set names. */
export interface NamedInstrument {
  readonly assetClass: AssetClass;
  readonly symbol: string;
  readonly underlying: string;
  readonly multiplier: number;
  /** Null when it is not an option. */
  readonly contract: OptionContract | null;
  readonly instrument: Instrument;
}

/** The most decimals that any mint has: a data set does not say those of its mints. */
const MINT_DECIMALS = 12;

/** Takes every symbol that is neither a contract nor a ticker for a token's. */
export function instrumentOf(symbol: string): NamedInstrument {
  const instrument: Instrument = listedOf(symbol) ?? {
    ...{ assetClass: 'TOKEN', symbol, underlying: symbol, multiplier: 1, ticker: symbol },
    ...{ decimals: MINT_DECIMALS, settlement: 'USDC', market: 'SOLANA' },
  };
  const { assetClass, underlying, multiplier } = instrument;
  const contract = instrument.assetClass === 'OPTION' ? instrument : null;
  return { assetClass, symbol, underlying, multiplier, contract, instrument };
}
