import type { Decimal } from '../decimal.ts';
import type { Listed } from '../instrument/instrument.ts';
import { isQuoteOf, markOf, quoteFault } from '../market/mark-rules.ts';
import { priceConflict } from '../market/price-conflict.ts';
import { midOf, type Quote } from '../market/quote.ts';
import type { QuoteRefusal, QuoteSource, ToldQuote } from './judged-quote.ts';

/** A quote that passed its gates. */
export interface QuoteVoice {
  readonly source: QuoteSource;
  readonly isVenue: boolean;
  readonly bid: Decimal;
  readonly ask: Decimal;
  readonly mid: Decimal;
  /** Dollars of the last trade; null where the source gives none. */
  readonly last: Decimal | null;
  readonly delayed: boolean;
  readonly receivedAt: Date;
}

export interface QuoteFault {
  readonly refused: QuoteRefusal;
  /** Null where the code says it all. */
  readonly words: string | null;
}

/** A quote after its gates: the rules by which quotes fill and trigger. */
export function gateListed(
  told: ToldQuote,
  instrument: Listed,
  now: Date,
): QuoteVoice | QuoteFault {
  const { source, isVenue, quote, unasked } = told;
  if (!quote) return { refused: unasked ?? 'ABSENT', words: null };
  const fault = faultOf(quote, instrument, now);
  if (fault) return fault;
  const { bid, ask, last, delayed, receivedAt } = quote;
  const mid = midOf(quote);
  if (!bid || !ask || !mid) return { refused: 'ONE_SIDED', words: null };
  return { source, isVenue, bid, ask, mid, last, delayed, receivedAt };
}

export function isVoice(gated: QuoteVoice | QuoteFault): gated is QuoteVoice {
  return 'mid' in gated;
}

function faultOf(quote: Quote, instrument: Listed, now: Date): QuoteFault | null {
  if (!isQuoteOf(quote, instrument)) return { refused: 'ANOTHER_SYMBOL', words: null };
  const fault = quoteFault(quote, now);
  if (fault) return { refused: fault.code, words: `${fault.words}.` };
  const conflict = priceConflict(instrument, markOf(quote, instrument, 'BUY'));
  if (!conflict) return null;
  return { refused: 'CONTRADICTS_ITSELF', words: `It contradicts itself: ${conflict}.` };
}
