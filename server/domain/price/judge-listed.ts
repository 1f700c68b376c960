import type { Listed } from '../instrument/instrument.ts';
import { midOf } from '../market/quote.ts';
import { compareQuotes, type ComparedQuotes } from './compare-quotes.ts';
import { describeListed, describeQuoteReason } from './describe-listed.ts';
import { gateListed, isVoice, type QuoteFault, type QuoteVoice } from './gate-listed.ts';
import type {
  JudgedQuote,
  JudgedQuoteSource,
  QuoteReason,
  QuoteVerdict,
  ToldQuote,
} from './judged-quote.ts';
import { PRICE_ACTIONS } from './judged-price.ts';
import { apartInWords, scoreListed } from './score-listed.ts';

interface Gated {
  readonly told: ToldQuote;
  readonly gated: QuoteVoice | QuoteFault;
}

/**
 * An option's or a share's price from the quotes of its venue and ORATS, in whatever order they come. While two
 * quotes of one instant contradict each other there is no price.
 */
export function judgeListed(
  instrument: Listed,
  told: readonly ToldQuote[],
  now: Date,
): JudgedQuote {
  const all = told.map((each) => ({ told: each, gated: gateListed(each, instrument, now) }));
  const voices = all.flatMap(({ gated }) => (isVoice(gated) ? [gated] : []));
  const compared = compareQuotes(voices.sort(venueFirst));
  const { counted } = compared;
  const priced = counted.find(({ isVenue }) => isVenue) ?? counted[0] ?? null;
  return {
    instrument,
    price: priced?.mid ?? null,
    width: priced && priced.ask.minus(priced.bid).div(2),
    ...scoreListed(compared, priced, told.length),
    sources: all.map((each) => sourceOf(each, compared, now)),
    verdicts: verdictsOf(compared, told),
    asOf: new Date(Math.min(now.getTime(), ...counted.map((voice) => voice.receivedAt.getTime()))),
  };
}

/** Puts the venue’s quote first, so that it is described where nothing else distinguishes the quotes. */
function venueFirst(one: QuoteVoice, other: QuoteVoice): number {
  return Number(other.isVenue) - Number(one.isVenue);
}

function sourceOf({ told, gated }: Gated, compared: ComparedQuotes, now: Date): JudgedQuoteSource {
  const { source, quote } = told;
  const fault = isVoice(gated) ? faultOf(gated, compared) : gated;
  return {
    ...{ source, bid: quote?.bid ?? null, ask: quote?.ask ?? null },
    price: quote && midOf(quote),
    receivedAt: quote?.receivedAt ?? now,
    accepted: fault === null,
    refused: fault?.refused ?? null,
    reason: fault && (fault.words ?? describeListed(fault.refused)),
  };
}

function faultOf(voice: QuoteVoice, { kind, late }: ComparedQuotes): QuoteFault | null {
  if (late.includes(voice)) return { refused: 'LATE', words: null };
  return kind === 'CONFLICT' ? { refused: 'CONTRADICTED', words: null } : null;
}

/** A trade at the venue needs the venue's own quote; to show a position's value, any quote that counts will do. */
function verdictsOf(compared: ComparedQuotes, told: readonly ToldQuote[]): readonly QuoteVerdict[] {
  const { kind, late } = compared;
  const trouble: QuoteReason | null =
    kind === 'NONE' ? 'NO_QUOTE' : kind === 'CONFLICT' ? 'CONTRADICTION' : null;
  const venue = [...compared.compared, ...late].find(({ isVenue }) => isVenue);
  const reservation = reservationOf(compared, venue, told.length);
  const apart = compared.compared.length > 1 ? apartInWords(compared.compared) : '';
  return PRICE_ACTIONS.map((action) => {
    const refused = trouble ?? (action !== 'VALUATION' && !venue ? 'VENUE_QUOTE' : null);
    const code = refused ?? reservation;
    const reason = code && describeQuoteReason(code, apart);
    return { action, allowed: refused === null, code, reason };
  });
}

function reservationOf(
  { kind, compared }: ComparedQuotes,
  venue: QuoteVoice | undefined,
  sources: number,
): QuoteReason | null {
  if (venue?.delayed) return 'VENUE_LATE';
  if (kind === 'DEGRADED') return 'DEGRADED';
  return compared.length < sources ? 'NONE_TO_COMPARE' : null;
}
