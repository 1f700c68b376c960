import {
  MarketDataUnavailable,
  type MarketDataSources,
} from '../../../server/ports/market-data.ts';

const refuse = async () => Promise.reject(new MarketDataUnavailable('Nobody answers'));

/** Sources of prices that never answer. */
export const SILENT_SOURCES: MarketDataSources = { of: refuse, snapshotsFor: refuse };
