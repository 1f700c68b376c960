import type { Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { OrderSide } from '../order/order.ts';
import { directionOf } from '../trade/trade.ts';
import type { Mark } from './mark.ts';
import { ageSeconds, midOf, NO_GREEKS, type Quote } from './quote.ts';

/** Age from which a price is no longer believed, by whether its source is delayed on purpose. */
export const STALE_AFTER_SECONDS = { realTime: 60, delayed: 20 * 60 } as const;

/** An ask of more than this many bids is a placeholder, not a market. */
const WIDEST_ASK_TO_BID = 10;

/** A price of something else: a stock's for its option, or another contract's. */
export class WrongInstrumentQuote extends Error {
  override readonly name = 'WrongInstrumentQuote';

  constructor(quote: Quote, instrument: Instrument) {
    super(
      `A quote of the ${quote.assetClass} ${quote.symbol} cannot mark the ` +
        `${instrument.assetClass} ${instrument.symbol}`,
    );
  }
}

export function staleAfterSeconds({ delayed }: Pick<Quote, 'delayed'>): number {
  return delayed ? STALE_AFTER_SECONDS.delayed : STALE_AFTER_SECONDS.realTime;
}

/**
 * What a position entered by `side` would fetch: a long one the bid, a short one the ask.
 * @throws {WrongInstrumentQuote} where the quote is not of that very instrument.
 */
export function markOf(quote: Quote, instrument: Instrument, side: OrderSide): Mark {
  if (quote.assetClass !== instrument.assetClass || quote.symbol !== instrument.symbol) {
    throw new WrongInstrumentQuote(quote, instrument);
  }
  const option = quote.assetClass === 'OPTION' ? quote : null;
  return {
    ...(option?.greeks ?? NO_GREEKS),
    bid: quote.bid,
    ask: quote.ask,
    mid: midOf(quote),
    price: directionOf(side) > 0 ? quote.bid : quote.ask,
    underlyingPrice: option?.underlyingPrice ?? null,
    source: quote.source,
    sourceTime: quote.sourceTime,
    receivedAt: quote.receivedAt,
    delayed: quote.delayed,
  };
}

/** Older than its kind may be, or of unknown age. */
export function isStale(
  mark: Pick<Mark, 'sourceTime' | 'receivedAt' | 'delayed'>,
  now: Date,
): boolean {
  const received = mark.receivedAt ?? mark.sourceTime;
  if (!received) return true;
  const age = ageSeconds({ sourceTime: mark.sourceTime, receivedAt: received }, now);
  return age > staleAfterSeconds(mark);
}

/** Why a quote may neither fill nor trigger anything, in words for the user; null where it may. */
export function untrustedReason(quote: Quote, now: Date): string | null {
  const { bid, ask } = quote;
  if (!bid || !ask) return `No ${bid ? 'ask' : ask ? 'bid' : 'bid and no ask'}`;
  if (!bid.isPositive() || bid.isZero()) return 'The bid is zero';
  if (!ask.isPositive() || ask.isZero()) return 'The ask is zero';
  return spreadFault(quote.assetClass, bid, ask) ?? ageFault(quote, now);
}

function spreadFault(assetClass: Quote['assetClass'], bid: Decimal, ask: Decimal): string | null {
  if (bid.gt(ask)) return `Crossed market: bid ${bid.toFixed()} above ask ${ask.toFixed()}`;
  if (bid.eq(ask) && assetClass === 'OPTION') {
    return `Locked market: bid and ask are both ${bid.toFixed()}`;
  }
  if (ask.gt(bid.times(WIDEST_ASK_TO_BID))) {
    return `Ask ${ask.toFixed()} is more than ${WIDEST_ASK_TO_BID} times the bid ${bid.toFixed()}`;
  }
  return null;
}

function ageFault(quote: Quote, now: Date): string | null {
  if (!isStale(quote, now)) return null;
  const age = Math.floor(ageSeconds(quote, now));
  return `The quote is ${age} s old, more than the ${staleAfterSeconds(quote)} s allowed`;
}
