import type { AssetClass, Instrument, OptionContract } from '../instrument/instrument.ts';
import { listedOf } from '../instrument/listed-symbol.ts';

/** What a symbol of a data set names. */
export interface NamedInstrument {
  readonly assetClass: AssetClass;
  readonly symbol: string;
  readonly underlying: string;
  readonly multiplier: number;
  /** Null: it is no option. */
  readonly contract: OptionContract | null;
  readonly instrument: Instrument;
}

/** Nobody tells a data set's reader the decimals of a mint: as many as any has. */
const MINT_DECIMALS = 12;

/** Whatever is neither a contract nor a ticker is a token. */
export function instrumentOf(symbol: string): NamedInstrument {
  const instrument: Instrument = listedOf(symbol) ?? {
    ...{ assetClass: 'TOKEN', symbol, underlying: symbol, multiplier: 1, ticker: symbol },
    ...{ decimals: MINT_DECIMALS, settlement: 'USDC', market: 'SOLANA' },
  };
  const { assetClass, underlying, multiplier } = instrument;
  const contract = instrument.assetClass === 'OPTION' ? instrument : null;
  return { assetClass, symbol, underlying, multiplier, contract, instrument };
}
