import type { Decimal } from '../../domain/decimal.ts';
import type { MarketData } from '../../ports/market-data.ts';

/** A market that a simulated venue can fill on. */
export interface VenueMarket extends MarketData {
  /** Contracts or shares that can be had at the touch now. */
  depth(symbol: string): Decimal;
}
