import type { Decimal } from '../../domain/decimal.ts';
import { type Instrument, isToken, type Token } from '../../domain/instrument/instrument.ts';
import { quoteFor } from '../../domain/market/mark-rules.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { saleAsked } from '../../domain/swap/quoted.ts';
import { saleQuote } from '../../domain/swap/sale.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import { MarketDataUnavailable, type MarketData } from '../../ports/market-data.ts';
import { NoRoute } from '../../ports/token-market.ts';
import type { TokenMarkets } from '../../ports/token-trading.ts';

/** What a close of so many meets now: of tokens, a sale of that very size. Null where nobody can say. */
export async function closeQuote(
  { tokens, market }: { readonly tokens: TokenMarkets; readonly market: MarketData },
  instrument: Instrument,
  quantity: Decimal,
): Promise<Quote | null> {
  try {
    if (isToken(instrument)) return await swapQuote(tokens, instrument, quantity);
    return quoteFor(instrument, await market.quotes([instrument.symbol]));
  } catch (error) {
    if (error instanceof MarketDataUnavailable || error instanceof NoRoute) return null;
    throw error;
  }
}

async function swapQuote(markets: TokenMarkets, token: Token, quantity: Decimal) {
  const asked = saleAsked(token, quantity);
  if (!asked) return null;
  const tokens = markets.of(token.market);
  const [swap, prices] = await Promise.all([
    tokens.quote(asked, 'MARK'),
    tokens.judged([SOL_MINT]),
  ]);
  return saleQuote(token, swap, prices.get(SOL_MINT)?.lastAccepted?.price ?? null);
}
