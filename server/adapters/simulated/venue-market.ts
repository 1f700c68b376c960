import type { Decimal } from '../../domain/decimal.ts';
import type { MarketData } from '../../ports/market-data.ts';

/** A market on which a simulated venue can fill orders. */
export interface VenueMarket extends MarketData {
  /** Contracts or shares available at the touch now. */
  depth(symbol: string): Decimal;
}
