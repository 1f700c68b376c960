import type { Decimal } from '../decimal.ts';
import type { Listed } from '../instrument/instrument.ts';
import type { QuoteFaultCode } from '../market/mark-rules.ts';
import type { Quote } from '../market/quote.ts';
import type { PriceAction, ScoredPart } from './judged-price.ts';

/** A source of quotes for options and shares: the venue at which the caller trades, and ORATS with Tradier. */
export type QuoteSource = 'SIMULATED' | 'TRADIER' | 'ORATS';

/** The answer of one source about an option or a share. */
export interface ToldQuote {
  readonly source: QuoteSource;
  /** Whether orders fill on its quotes. */
  readonly isVenue: boolean;
  /** Null: see `unasked`; if that is null too, the source knows no quote. */
  readonly quote: Quote | null;
  /** Why the source gave no answer: it did not respond, or it was not asked again so soon. Null: it answered. */
  readonly unasked: 'SILENT' | 'PUT_OFF' | null;
}

/** Why a source's quote does not count. */
export type QuoteRefusal =
  | QuoteFaultCode
  | 'SILENT'
  | 'PUT_OFF'
  /** The source answered and knows no quote of this. */
  | 'ABSENT'
  /** The quote is of another instrument. */
  | 'ANOTHER_SYMBOL'
  /** The quote's figures exclude each other, e.g. a call dearer than its share. */
  | 'CONTRADICTS_ITSELF'
  /** The quote is of 15 minutes ago, and another source has one of now. */
  | 'LATE'
  /** The quote contradicts the other source's, and no third decides. */
  | 'CONTRADICTED';

export interface JudgedQuoteSource {
  readonly source: QuoteSource;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  /** Midway between bid and ask, also for a refused quote; null without both. */
  readonly price: Decimal | null;
  /** When the quote came, or when the source was asked. */
  readonly receivedAt: Date;
  readonly accepted: boolean;
  readonly refused: QuoteRefusal | null;
  /** The refusal in words. */
  readonly reason: string | null;
}

/** Why an action is refused at a quote, or allowed with a reservation. */
export type QuoteReason =
  /** No source's quote counts. */
  | 'NO_QUOTE'
  /** Two sources contradict each other. */
  | 'CONTRADICTION'
  /** The venue's own quote does not count: nothing fills or triggers on it. */
  | 'VENUE_QUOTE'
  /** The venue's quotes are 15 minutes old, and it fills on them. */
  | 'VENUE_LATE'
  /** Another source to compare with is missing. */
  | 'NONE_TO_COMPARE'
  /** Sources differ by more than 1 %, and by more than their own spreads. */
  | 'DEGRADED';

export interface QuoteVerdict {
  readonly action: PriceAction;
  readonly allowed: boolean;
  readonly code: QuoteReason | null;
  readonly reason: string | null;
}

/** The price of an option or a share, from its venue's quote and ORATS's. */
export interface JudgedQuote {
  readonly instrument: Listed;
  /** Dollars per share: midway between bid and ask of the venue, else of ORATS; null while neither is believed. */
  readonly price: Decimal | null;
  /** Half of the spread of the quote that gives the price. */
  readonly width: Decimal | null;
  /** 0 to 1. It never allows anything by itself. */
  readonly confidence: number;
  readonly parts: readonly ScoredPart[];
  readonly sources: readonly JudgedQuoteSource[];
  readonly verdicts: readonly QuoteVerdict[];
  /** When the oldest quote in the price came; the time of judging where there is none. */
  readonly asOf: Date;
}
