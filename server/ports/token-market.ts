import type { Decimal } from '../domain/decimal.ts';
import type { Mint } from '../domain/ids.ts';

/** How urgent a request is: exits go before entries, entries before marks, marks before polls. */
export type TokenUrgency = 'EXIT' | 'ENTRY' | 'MARK' | 'POLL';

/** A value that a source told, or why it told none. */
export type Told<T> =
  | { readonly value: T; readonly receivedAt: Date }
  | {
      readonly value: null;
      /** ABSENT: it answered and knows nothing of it. MALFORMED: unreadable. SILENT: it did not answer. */
      readonly why: 'ABSENT' | 'MALFORMED' | 'SILENT' | 'PUT_OFF';
      readonly receivedAt: Date;
    };

/** Jupiter's price: `GET /price/v3`. */
export interface IndexedPrice {
  /** US dollars for one whole token; zero is told as zero. */
  readonly price: Decimal;
  /** Solana's slot at which it was computed; null where it is not said. */
  readonly blockId: number | null;
  readonly decimals: number | null;
  readonly liquidityUsd: Decimal | null;
}

/** One pool that trades a token: DexScreener's `Pair`. */
export interface TokenPool {
  readonly address: string;
  readonly dex: string;
  readonly baseMint: Mint;
  readonly quoteMint: Mint;
  /** US dollars for one whole base token; null where it is not said. */
  readonly priceUsd: Decimal | null;
  /** Of the quote token for one base token. */
  readonly priceNative: Decimal | null;
  /** Whole quote tokens in the pool; null where it is not said. */
  readonly quoteReserve: Decimal | null;
  readonly liquidityUsd: Decimal | null;
  /** Buys and sells within the last hour; null where it is not said. */
  readonly tradesInHour: number | null;
  readonly createdAt: Date | null;
}

/** What is known of a token besides its price: Jupiter's `GET /tokens/v2/search`. Null: not said. */
export interface TokenFacts {
  readonly mint: Mint;
  readonly ticker: string;
  readonly name: string;
  readonly decimals: number;
  /** The program that owns the mint account: SPL Token, or Token-2022 with its extensions. */
  readonly tokenProgram: string | null;
  readonly hasMintAuthority: boolean | null;
  readonly hasFreezeAuthority: boolean | null;
  /** Jupiter marks it as suspicious. False is no clearance. */
  readonly suspicious: boolean;
  readonly verified: boolean | null;
  readonly topHoldersPct: Decimal | null;
  readonly organicScore: number | null;
  readonly createdAt: Date | null;
}

export interface SwapQuoteAsked {
  readonly inputMint: Mint;
  readonly outputMint: Mint;
  /** Raw units of the input. */
  readonly inAmount: bigint;
  readonly slippageBps: number;
}

/** What a swap of this size would get, without a taker: `GET /swap/v2/order`. */
export interface SwapQuote extends SwapQuoteAsked {
  readonly outAmount: bigint;
  /** The least that arrives, else the swap fails: `otherAmountThreshold`. */
  readonly leastOutAmount: bigint;
  /** Percent points that the size moves the price; a loss is positive. */
  readonly impactPct: Decimal;
  /** Already inside `outAmount`. */
  readonly platformFeeBps: number;
  /** The route, for people to read: labels of its pools in order. */
  readonly route: readonly string[];
  readonly receivedAt: Date;
}

/** Nothing routes this size, or the token is not tradable. */
export class NoRoute extends Error {
  override readonly name = 'NoRoute';
}

/** @throws nothing: a source that fails says so for each mint. */
export interface TokenIndex {
  /** One answer for each mint asked. 50 mints make one request. */
  prices(
    mints: readonly Mint[],
    urgency: TokenUrgency,
  ): Promise<ReadonlyMap<Mint, Told<IndexedPrice>>>;
}

export interface TokenPools {
  /** All pools in which the mint is either side; empty when it knows none. */
  poolsOf(mint: Mint, urgency: TokenUrgency): Promise<Told<readonly TokenPool[]>>;
}

export interface TokenQuotes {
  /** @throws {NoRoute} @throws {MarketDataUnavailable} */
  quote(asked: SwapQuoteAsked, urgency: TokenUrgency): Promise<SwapQuote>;
}

export interface TokenDirectory {
  /** A mint that it does not know is absent. @throws {MarketDataUnavailable} */
  factsOf(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, TokenFacts>>;
  /** By ticker, name or mint, best match first. Look-alikes are all returned. @throws {MarketDataUnavailable} */
  search(text: string): Promise<readonly TokenFacts[]>;
}

/** Everything that tokens are priced and filled from: Jupiter and DexScreener, or the demo's simulation. */
export interface TokenMarket extends TokenIndex, TokenPools, TokenQuotes, TokenDirectory {}
