import type { TradingMode } from '../domain/mode.ts';
import type { JudgedQuote } from '../domain/price/judged-quote.ts';
import type { Actor } from './trading-system.ts';

/** Quotes of options and shares from several sources side by side; they are shown, and bind no order. */
export interface QuoteJudge {
  /**
   * One row for each symbol, in that order, from the venue at which the caller trades in a book and from ORATS
   * where the caller has a token for it.
   * @throws {Refusal} BAD_USER_INPUT for `field`: a text that is neither an OCC symbol nor a ticker, a ticker
   * that the venue does not know, or more than `MOST_JUDGED` symbols.
   */
  judge(
    actor: Actor,
    symbols: readonly string[],
    mode: TradingMode,
    field: string,
  ): Promise<readonly JudgedQuote[]>;
}

/** The most symbols judged at once: as many as ORATS takes. */
export const MOST_JUDGED = 10;
