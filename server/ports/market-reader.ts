import type { CalendarDate } from '../domain/ids.ts';
import type { Candle, CandleRange } from '../domain/market/candle.ts';
import type { OptionChain, SymbolMatch } from './market-data.ts';
import type { Actor } from './trading-system.ts';

/** Chains, candles and names for the caller, from the venue at which the caller trades PAPER. */
export interface MarketReader {
  optionExpirations(actor: Actor, underlying: string): Promise<readonly string[]>;
  optionChain(actor: Actor, underlying: string, expiration: CalendarDate): Promise<OptionChain>;
  candles(actor: Actor, range: CandleRange): Promise<readonly Candle[]>;
  /** Tickers and names that match the text, best first. */
  searchSymbols(actor: Actor, text: string): Promise<readonly SymbolMatch[]>;
}
