import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { optionContract } from '../../../server/domain/instrument/occ-symbol.ts';
import { NO_GREEKS, type OptionQuote } from '../../../server/domain/market/quote.ts';
import type { SubmittedOrder } from '../../../server/domain/matching/venue-submission.ts';

/** A Tuesday, 11:00 in New York. */
export const ELEVEN = new Date('2026-03-10T15:00:00Z');

export const CALL = optionContract({
  underlying: 'SPY',
  expiration: '2026-03-27',
  strike: dec(560),
  right: 'CALL',
});

export function optionQuote(
  bid: string,
  ask: string,
  at: Date = ELEVEN,
  symbol = CALL.symbol,
): OptionQuote {
  return {
    assetClass: 'OPTION',
    symbol,
    bid: dec(bid),
    ask: dec(ask),
    last: null,
    volume: null,
    source: 'test',
    sourceTime: at,
    receivedAt: at,
    delayed: false,
    openInterest: null,
    greeks: NO_GREEKS,
    underlyingPrice: null,
  };
}

/** A limit order when a price is given, else a market order. */
export function submitted(
  role: SubmittedOrder['role'],
  side: SubmittedOrder['side'],
  quantity: number,
  prices: { readonly limit?: string; readonly stop?: string } = {},
  timeInForce: SubmittedOrder['timeInForce'] = 'GTC',
): SubmittedOrder {
  const price = (text: string | undefined): Decimal | null => (text ? dec(text) : null);
  const { limit, stop } = prices;
  const type = stop ? (limit ? 'STOP_LIMIT' : 'STOP') : limit ? 'LIMIT' : 'MARKET';
  return {
    role,
    side,
    type,
    timeInForce,
    quantity: dec(quantity),
    limitPrice: price(limit),
    stopPrice: price(stop),
  };
}
