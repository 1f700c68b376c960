import type { QuoteFaultCode } from '../market/mark-rules.ts';
import type { QuoteReason, QuoteRefusal } from './judged-quote.ts';

/** Words for refusals. Faults of a quote have words of their own, with its figures. */
const REFUSED: Readonly<Record<Exclude<QuoteRefusal, QuoteFaultCode>, string>> = {
  SILENT: 'It cannot be asked, or did not answer.',
  PUT_OFF: 'It was not asked again so soon: its requests are limited per month.',
  ABSENT: 'It answered, but has no quote for it.',
  ANOTHER_SYMBOL: 'It answered with a quote of something else.',
  CONTRADICTS_ITSELF: 'Its own figures contradict each other.',
  LATE: 'It is 15 minutes old, so it cannot be compared with the other one.',
  CONTRADICTED: 'It contradicts the other, and no third source decides.',
};

export function describeListed(refused: QuoteRefusal): string {
  return refused in REFUSED ? REFUSED[refused as keyof typeof REFUSED] : 'It is not a good quote.';
}

const REASONS: Readonly<Record<QuoteReason, (apart: string) => string>> = {
  NO_QUOTE: () => 'No source’s quote counts.',
  CONTRADICTION: (apart) => `The two sources lie ${apart} apart, and no third source decides.`,
  VENUE_QUOTE: () => 'The venue’s own quote does not count, so nothing fills or triggers on it.',
  VENUE_LATE: () => 'The venue’s own quote is 15 minutes old, and the venue fills on it.',
  NONE_TO_COMPARE: () => 'Only one source has this price.',
  DEGRADED: (apart) => `The two sources lie ${apart} apart.`,
};

export function describeQuoteReason(code: QuoteReason, apart: string): string {
  return REASONS[code](apart);
}
