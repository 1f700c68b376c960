import type { VenueMarket } from '../../../server/adapters/simulated/venue-market.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Quote } from '../../../server/domain/market/quote.ts';
import type { Clock } from '../../../server/ports/clock.ts';
import { CALL, optionQuote } from './option-market.ts';

/** One contract with quotes set by the test, always fresh; open around the clock. */
export class ScriptedMarket implements VenueMarket {
  #bid = '2.00';
  #ask = '2.10';

  constructor(private readonly clock: Clock) {}

  say(bid: string, ask: string): void {
    [this.#bid, this.#ask] = [bid, ask];
  }

  async quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, Quote>> {
    const quote = optionQuote(this.#bid, this.#ask, this.clock.now());
    return symbols.includes(CALL.symbol) ? new Map([[CALL.symbol, quote]]) : new Map();
  }

  depth() {
    return dec(1000);
  }

  async expirations() {
    return [CALL.expiration];
  }

  async chain(underlying: string, expiration: string) {
    return { underlying, expiration, underlyingPrice: null, rows: [] };
  }

  async searchSymbols() {
    return [];
  }

  async candles() {
    return [];
  }

  async session() {
    return { session: 'ALWAYS_OPEN', nextChange: null } as const;
  }

  async officialClose() {
    return null;
  }
}
