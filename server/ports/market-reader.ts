import type { CalendarDate } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Candle, CandleRange } from '../domain/market/candle.ts';
import type { OptionChain, SymbolMatch } from './market-data.ts';
import type { Actor } from './trading-system.ts';

/** Chains, candles and names for the caller, from the venue at which the caller trades in a book. */
export interface MarketReader {
  optionExpirations(
    actor: Actor,
    underlying: string,
    mode: TradingMode,
  ): Promise<readonly string[]>;
  optionChain(
    actor: Actor,
    underlying: string,
    expiration: CalendarDate,
    mode: TradingMode,
  ): Promise<OptionChain>;
  candles(actor: Actor, range: CandleRange, mode: TradingMode): Promise<readonly Candle[]>;
  /** Tickers and names that match the text, best first. */
  searchSymbols(actor: Actor, text: string, mode: TradingMode): Promise<readonly SymbolMatch[]>;
}
