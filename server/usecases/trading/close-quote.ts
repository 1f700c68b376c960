import type { Decimal } from '../../domain/decimal.ts';
import { isToken, type Token } from '../../domain/instrument/instrument.ts';
import { quoteFor } from '../../domain/market/mark-rules.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { saleAsked } from '../../domain/swap/quoted.ts';
import { saleQuote } from '../../domain/swap/sale.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { MarketDataUnavailable, type MarketData } from '../../ports/market-data.ts';
import { NoRoute } from '../../ports/token-market.ts';
import type { TokenMarkets, TokenTrading } from '../../ports/token-trading.ts';

/** The quote that a close of this quantity meets now: for tokens, a sale of that very size. Null without a quote. */
export async function closeQuote(
  { tokens, market }: { readonly tokens: TokenMarkets; readonly market: MarketData },
  { instrument, username }: Pick<Trade, 'instrument' | 'username'>,
  quantity: Decimal,
): Promise<Quote | null> {
  try {
    if (isToken(instrument)) {
      const paid = tokens.of(instrument.market, username);
      return await swapQuote(paid, instrument, quantity);
    }
    return quoteFor(instrument, await market.quotes([instrument.symbol]));
  } catch (error) {
    if (error instanceof MarketDataUnavailable || error instanceof NoRoute) return null;
    throw error;
  }
}

async function swapQuote(tokens: TokenTrading, token: Token, quantity: Decimal) {
  const asked = saleAsked(token, quantity);
  if (!asked) return null;
  const [swap, prices] = await Promise.all([
    tokens.quote(asked, 'MARK'),
    tokens.judged([SOL_MINT]),
  ]);
  return saleQuote(token, swap, prices.get(SOL_MINT)?.lastAccepted?.price ?? null);
}
