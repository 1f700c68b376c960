import { grouped } from '../../domain/grouped.ts';
import type { TradeId } from '../../domain/ids.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type { TokenQuote } from '../../domain/market/quote.ts';
import { isToken } from '../../domain/instrument/instrument.ts';
import { sum } from '../../domain/decimal.ts';
import type { Markable } from '../../domain/trade/trade.ts';
import {
  MarketDataUnavailable,
  type MarketData,
  type SessionNow,
  type SnapshotSource,
} from '../../ports/market-data.ts';
import type { SaleQuotes, TokenTrading } from '../../ports/token-trading.ts';

const NO_CHAINS = 'Tokens have no option chains.';

/** One market of tokens as a source of quotes: what is judged, and for what is held what a sale would fetch. */
export class TokenMarketData implements MarketData, SnapshotSource {
  constructor(
    private readonly tokens: TokenTrading,
    private readonly sales: SaleQuotes,
  ) {}

  async quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, TokenQuote>> {
    const judged = await this.tokens.judged(symbols);
    const known = [...judged].filter(([, { price }]) => price !== null);
    return new Map(known.map(([mint, price]) => [mint, judgedQuote(price)]));
  }

  /** A user's trades in one token are one position: each is worth what all of them would fetch together. */
  async quotesToSell(trades: readonly Markable[]): Promise<ReadonlyMap<TradeId, TokenQuote>> {
    const mints = new Set(trades.map(({ instrument }) => instrument.symbol));
    const judged = await this.quotes([...mints]);
    const positions = grouped(
      trades,
      ({ username, instrument }) => `${username} ${instrument.symbol}`,
    );
    const quoted = [...positions.values()].map(async (position) => {
      const [{ instrument }] = position;
      const quantity = sum(position.map(({ openQuantity }) => openQuantity));
      const sale = isToken(instrument) ? await this.sales.of(instrument, quantity) : null;
      const quote = soldQuote(judged.get(instrument.symbol) ?? null, sale);
      return quote ? position.map(({ id }) => [id, quote] as const) : [];
    });
    return new Map((await Promise.all(quoted)).flat());
  }

  session(): Promise<SessionNow> {
    return Promise.resolve({ session: 'ALWAYS_OPEN', nextChange: null });
  }

  expirations() {
    return Promise.resolve([]);
  }

  chain(): Promise<never> {
    return Promise.reject(new MarketDataUnavailable(NO_CHAINS));
  }

  officialClose() {
    return Promise.resolve(null);
  }

  candles() {
    return Promise.resolve([]);
  }

  searchSymbols() {
    return Promise.resolve([]);
  }
}

function judgedQuote({ mint, price, asOf }: JudgedPrice): TokenQuote {
  return {
    ...{ assetClass: 'TOKEN', symbol: mint, bid: null, ask: null, last: price, volume: null },
    ...{ source: 'jupiter, dexscreener', sourceTime: asOf, receivedAt: asOf, delayed: false },
    swapFee: null,
  };
}

/** What is waiting to be bought has a price and no sale; what is sold has a sale, whatever its price. */
function soldQuote(judged: TokenQuote | null, sale: TokenQuote | null): TokenQuote | null {
  return sale ? { ...sale, last: judged?.last ?? null } : judged;
}
