import type { Instrument } from '../instrument/instrument.ts';
import type { Quote } from './quote.ts';

/**
 * An instrument and its quote under the ticker of the source's list: an order for `BRKB` trades `BRK/B`. An
 * option keeps its symbol.
 */
export function asListed(
  instrument: Instrument,
  quote: Quote | null,
): { readonly instrument: Instrument; readonly quote: Quote | null } {
  const underlying = quote?.listedAs;
  if (!quote || !underlying) return { instrument, quote };
  switch (instrument.assetClass) {
    case 'OPTION':
      return { instrument: { ...instrument, underlying }, quote };
    case 'EQUITY': {
      const share = { ...instrument, symbol: underlying, underlying };
      return { instrument: share, quote: { ...quote, symbol: underlying } };
    }
    case 'TOKEN':
      return { instrument, quote };
  }
}
