import type { Quote } from '../market/quote.ts';
import type { StrategyQuote } from './strategy.ts';

/** A quote in the form that a strategy sees. */
export function seenQuote(quote: Quote): StrategyQuote {
  const { symbol, bid, ask, sourceTime, receivedAt } = quote;
  const option = quote.assetClass === 'OPTION' ? quote : null;
  return {
    ...{ symbol, at: sourceTime ?? receivedAt },
    ...{ bid: bid?.toNumber() ?? null, ask: ask?.toNumber() ?? null },
    ...{ iv: option?.greeks.iv ?? null, delta: option?.greeks.delta ?? null },
    underlyingPrice: option?.underlyingPrice?.toNumber() ?? null,
  };
}
