import type { Decimal } from '../decimal.ts';
import type { Listed } from '../instrument/instrument.ts';
import type { QuoteFaultCode } from '../market/mark-rules.ts';
import type { Quote } from '../market/quote.ts';
import type { PriceAction, ScoredPart } from './judged-price.ts';

/** Who quotes options and shares: the venue at which the caller trades them, and ORATS beside Tradier. */
export type QuoteSource = 'SIMULATED' | 'TRADIER' | 'ORATS';

/** What one source told of an option or a share. */
export interface ToldQuote {
  readonly source: QuoteSource;
  /** Orders fill on its quotes. */
  readonly isVenue: boolean;
  /** Null: see `unasked`, else it knows none. */
  readonly quote: Quote | null;
  /** Why it told nothing: it did not answer, or it was not asked again so soon. Null where it answered. */
  readonly unasked: 'SILENT' | 'PUT_OFF' | null;
}

/** Why a source's quote does not count. */
export type QuoteRefusal =
  | QuoteFaultCode
  | 'SILENT'
  | 'PUT_OFF'
  /** It answered and knows no quote of this. */
  | 'ABSENT'
  /** It is of another instrument. */
  | 'ANOTHER_SYMBOL'
  /** Its figures exclude each other, as those of a call that is dearer than its share. */
  | 'CONTRADICTS_ITSELF'
  /** It is of 15 minutes ago, and another source tells of now. */
  | 'LATE'
  /** It contradicts the other source, and no third decides. */
  | 'CONTRADICTED';

export interface JudgedQuoteSource {
  readonly source: QuoteSource;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  /** Midway between bid and ask, also of a quote that is refused; null without both. */
  readonly price: Decimal | null;
  /** When its quote came, or was looked for. */
  readonly receivedAt: Date;
  readonly accepted: boolean;
  readonly refused: QuoteRefusal | null;
  /** The same in words. */
  readonly reason: string | null;
}

/** Why an action is refused at a quote, or allowed with a reservation. */
export type QuoteReason =
  /** No source's quote counts. */
  | 'NO_QUOTE'
  /** Two sources contradict each other. */
  | 'CONTRADICTION'
  /** The venue's own quote is no good: nothing fills or triggers on it. */
  | 'VENUE_QUOTE'
  /** The venue tells what was 15 minutes ago, and fills on that. */
  | 'VENUE_LATE'
  /** Another source should be there to compare with. */
  | 'NONE_TO_COMPARE'
  /** Sources differ by more than 1 %, and by more than their own spreads. */
  | 'DEGRADED';

export interface QuoteVerdict {
  readonly action: PriceAction;
  readonly allowed: boolean;
  readonly code: QuoteReason | null;
  readonly reason: string | null;
}

/** The price of an option or a share, by its venue and by ORATS side by side. */
export interface JudgedQuote {
  readonly instrument: Listed;
  /** Dollars per share: midway between bid and ask of the venue, else of ORATS; null while none is believed. */
  readonly price: Decimal | null;
  /** Half of the spread of the quote that the price is of. */
  readonly width: Decimal | null;
  /** 0 to 1. It never allows anything by itself. */
  readonly confidence: number;
  readonly parts: readonly ScoredPart[];
  readonly sources: readonly JudgedQuoteSource[];
  readonly verdicts: readonly QuoteVerdict[];
  /** When the oldest quote in the price came; the time of judging where there is none. */
  readonly asOf: Date;
}
