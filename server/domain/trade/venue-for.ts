import type { AssetClass } from '../instrument/instrument.ts';
import type { TradingMode } from '../mode.ts';
import type { PaperVenue, TokenVenue, VenueName } from '../venue.ts';

const TOKEN_VENUES: Readonly<Record<TradingMode, TokenVenue>> = {
  PAPER: 'JUPITER_PAPER',
  REAL: 'JUPITER',
};

/** The venue of a new trade, by its book, its instrument's class, and the user's setting. */
export function venueFor(
  mode: TradingMode,
  assetClass: AssetClass,
  paperVenue: PaperVenue,
): VenueName {
  if (assetClass === 'TOKEN') return TOKEN_VENUES[mode];
  return mode === 'REAL' ? 'TRADIER_LIVE' : paperVenue;
}
