import type { Decimal } from '../decimal.ts';
import { ASSET_RULES, type AssetClass, type Instrument } from '../instrument/instrument.ts';
import { type OrderSide, directionOf } from '../order/order.ts';
import type { Mark } from './mark.ts';
import { midOf, NO_GREEKS, type Quote } from './quote.ts';

/**
 * The age at which a price stops counting, for real-time and delayed sources. A venue that answers now with its
 * current quote confirms the quote now, even if it has not changed for minutes, as a quiet option's. After a
 * longer time without a change the source may have stopped, or the session has not begun.
 */
export const STALE_AFTER_SECONDS = {
  realTime: { heard: 60, changed: 15 * 60 },
  delayed: { heard: 6 * 60, changed: 30 * 60 },
} as const;

/** An ask above this many bids is a placeholder, not a market. */
const WIDEST_ASK_TO_BID = 10;

/** A quote for another instrument: a stock's for its option, or another contract's. */
export class WrongInstrumentQuote extends Error {
  override readonly name = 'WrongInstrumentQuote';

  constructor(quote: Quote, instrument: Instrument) {
    super(
      `A quote of the ${quote.assetClass} ${quote.symbol} cannot mark the ` +
        `${instrument.assetClass} ${instrument.symbol}`,
    );
  }
}

export function isQuoteOf(quote: Quote, { assetClass, symbol }: Instrument): boolean {
  return quote.assetClass === assetClass && quote.symbol === symbol;
}

/** The quote for exactly this instrument; null when the source has none or returns another instrument's. */
export function quoteFor(
  instrument: Instrument,
  quotes: ReadonlyMap<string, Quote> | null,
): Quote | null {
  const quote = quotes?.get(instrument.symbol);
  return quote && isQuoteOf(quote, instrument) ? quote : null;
}

/**
 * The mark of a position entered by `side`: the bid for a long, the ask for a short.
 * @throws {WrongInstrumentQuote} when the quote is for another instrument.
 */
export function markOf(quote: Quote, instrument: Instrument, side: OrderSide): Mark {
  if (!isQuoteOf(quote, instrument)) {
    throw new WrongInstrumentQuote(quote, instrument);
  }
  const option = quote.assetClass === 'OPTION' ? quote : null;
  return {
    ...(option?.greeks ?? NO_GREEKS),
    bid: quote.bid,
    ask: quote.ask,
    mid: quote.assetClass === 'TOKEN' ? quote.last : midOf(quote),
    price: directionOf(side) > 0 ? quote.bid : quote.ask,
    underlyingPrice: option?.underlyingPrice ?? null,
    source: quote.source,
    sourceTime: quote.sourceTime,
    receivedAt: quote.receivedAt,
    delayed: quote.delayed,
  };
}

/** Whether a price is too old for its kind of source, or of unknown age. */
export function isStale(mark: PriceTimes, now: Date): boolean {
  return ageFault(mark, now) !== null;
}

/** What is wrong with a quote. ONE_SIDED: bid or ask is missing. WIDE: the ask is a placeholder. */
export type QuoteFaultCode = 'ONE_SIDED' | 'ZERO' | 'CROSSED' | 'LOCKED' | 'WIDE' | 'STALE';

export interface QuoteFault {
  readonly code: QuoteFaultCode;
  /** The fault in words for the user. */
  readonly words: string;
}

type Judgeable = PriceTimes & Pick<Quote, 'bid' | 'ask'> & Pick<Instrument, 'assetClass'>;

/** Why a quote must not fill or trigger anything, in words for the user; null when it may. */
export function untrustedReason(quote: Judgeable, now: Date): string | null {
  return quoteFault(quote, now)?.words ?? null;
}

export function quoteFault(quote: Judgeable, now: Date): QuoteFault | null {
  const { bid, ask } = quote;
  if (!ASSET_RULES[quote.assetClass].twoSided) return oneSidedFault(quote, now);
  if (!bid || !ask) return fault('ONE_SIDED', `No ${bid ? 'ask' : ask ? 'bid' : 'bid and no ask'}`);
  if (!bid.isPositive() || bid.isZero()) return fault('ZERO', 'The bid is zero');
  if (!ask.isPositive() || ask.isZero()) return fault('ZERO', 'The ask is zero');
  return spreadFault(quote.assetClass, bid, ask) ?? staleFault(quote, now);
}

function fault(code: QuoteFaultCode, words: string): QuoteFault {
  return { code, words };
}

function staleFault(quote: PriceTimes, now: Date): QuoteFault | null {
  const words = ageFault(quote, now);
  return words === null ? null : fault('STALE', words);
}

/** A token's quote is judged by its bid alone: a swap sells, and only what it brings matters. */
function oneSidedFault({ bid, ...quote }: PriceTimes & Pick<Quote, 'bid'>, now: Date) {
  if (!bid) return fault('ONE_SIDED', 'No swap is quoted');
  if (bid.greaterThan(0)) return staleFault(quote, now);
  return fault('ZERO', 'The swap would bring nothing');
}

function spreadFault(assetClass: AssetClass, bid: Decimal, ask: Decimal): QuoteFault | null {
  if (bid.gt(ask))
    return fault('CROSSED', `Crossed market: bid ${bid.toFixed()} above ask ${ask.toFixed()}`);
  if (bid.eq(ask) && ASSET_RULES[assetClass].option) {
    return fault('LOCKED', `Locked market: bid and ask are both ${bid.toFixed()}`);
  }
  if (ask.gt(bid.times(WIDEST_ASK_TO_BID))) {
    const times = `${WIDEST_ASK_TO_BID} times the bid ${bid.toFixed()}`;
    return fault('WIDE', `Ask ${ask.toFixed()} is more than ${times}`);
  }
  return null;
}

type PriceTimes = Pick<Mark, 'sourceTime' | 'receivedAt' | 'delayed'>;

function ageFault({ sourceTime, receivedAt, delayed }: PriceTimes, now: Date): string | null {
  const most = delayed ? STALE_AFTER_SECONDS.delayed : STALE_AFTER_SECONDS.realTime;
  const heardAt = receivedAt ?? sourceTime;
  if (!heardAt) return 'Nobody knows how old the quote is';
  const heard = secondsBetween(heardAt, now);
  if (heard > most.heard) return tooOld('is', heard, most.heard);
  const changed = sourceTime ? secondsBetween(sourceTime, now) : 0;
  return changed > most.changed ? tooOld('has not changed for', changed, most.changed) : null;
}

function tooOld(what: 'is' | 'has not changed for', age: number, most: number): string {
  const seconds = `${Math.floor(age)} s${what === 'is' ? ' old' : ''}`;
  return `The quote ${what} ${seconds}, more than the ${most} s allowed`;
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
