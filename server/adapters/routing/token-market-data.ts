import { grouped } from '../../domain/grouped.ts';
import type { Mint, TradeId } from '../../domain/ids.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type { TokenQuote } from '../../domain/market/quote.ts';
import { isToken } from '../../domain/instrument/instrument.ts';
import { sum } from '../../domain/decimal.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { Markable } from '../../domain/trade/trade.ts';
import {
  MarketDataUnavailable,
  type MarketData,
  type SessionNow,
  type SnapshotSource,
} from '../../ports/market-data.ts';
import type { HeldTokens, SaleQuotes, TokenTrading } from '../../ports/token-trading.ts';

const NO_CHAINS = 'Tokens have no option chains.';

/** One token market as a source of quotes: judged prices, and for held tokens what a sale would fetch. */
export class TokenMarketData implements MarketData, SnapshotSource {
  constructor(
    private readonly tokens: TokenTrading,
    private readonly sales: SaleQuotes,
  ) {}

  async quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, TokenQuote>> {
    const judged = await this.tokens.judged(symbols);
    return new Map([...judged].flatMap(([mint, price]) => pairOf(mint, judgedQuote(price))));
  }

  /** A user's trades in one token are one position: each is worth what all of them would fetch together. */
  async quotesToSell(trades: readonly Markable[]): Promise<ReadonlyMap<TradeId, TokenQuote>> {
    const positions = [...grouped(trades, keyOf).values()].flatMap(positionOf);
    const mints = new Set(positions.map(({ token }) => token.symbol));
    const judged = await this.tokens.judged([...mints.add(SOL_MINT)]);
    const sales = await this.sales.of(positions, judged.get(SOL_MINT)?.lastAccepted?.price ?? null);
    const quoted = positions.flatMap(({ token, trades: own }, at) => {
      const price = judged.get(token.symbol);
      const quote = soldQuote(price ? judgedQuote(price) : null, sales[at] ?? null);
      return quote ? own.map(({ id }) => [id, quote] as const) : [];
    });
    return new Map(quoted);
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

interface Position extends HeldTokens {
  readonly trades: readonly Markable[];
}

function keyOf({ username, instrument }: Markable): string {
  return `${username} ${instrument.symbol}`;
}

function positionOf(trades: readonly [Markable, ...Markable[]]): readonly Position[] {
  const [{ username, instrument: token }] = trades;
  if (!isToken(token)) return [];
  const quantity = sum(trades.map(({ openQuantity }) => openQuantity));
  return [{ username, token, quantity, trades }];
}

function pairOf(mint: Mint, quote: TokenQuote | null): readonly (readonly [Mint, TokenQuote])[] {
  return quote ? [[mint, quote]] : [];
}

/** Null where there is no judged price. */
function judgedQuote({ mint, price, asOf }: JudgedPrice): TokenQuote | null {
  if (!price) return null;
  return {
    ...{ assetClass: 'TOKEN', symbol: mint, bid: null, ask: null, last: price, volume: null },
    ...{ source: 'jupiter, dexscreener', sourceTime: asOf, receivedAt: asOf, delayed: false },
    swapFee: null,
  };
}

/** A token still to be bought has a price and no sale quote; a held one may have a sale quote and no price. */
function soldQuote(judged: TokenQuote | null, sale: TokenQuote | null): TokenQuote | null {
  return sale ? { ...sale, last: judged?.last ?? null } : judged;
}
