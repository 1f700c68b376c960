import type { Mint, Username } from '../domain/ids.ts';
import type { IndexedPrice, OraclePrice, Told, TokenPool } from '../domain/price/told.ts';
import type { SwapQuote, SwapQuoteAsked } from '../domain/token/swap-quote.ts';
import type { TokenFacts } from '../domain/token/token-facts.ts';

export type { IndexedPrice, OraclePrice, Told, TokenPool, SwapQuote, SwapQuoteAsked, TokenFacts };

/** How urgent a request is: exits go before entries, entries before marks, marks before polls. */
export type TokenUrgency = 'EXIT' | 'ENTRY' | 'MARK' | 'POLL';

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

/** @throws nothing: it says so for each mint where it fails. */
export interface TokenOracle {
  /** One answer for each mint that the oracle prices; it prices few. */
  oraclePrices(
    mints: readonly Mint[],
    urgency: TokenUrgency,
  ): Promise<ReadonlyMap<Mint, Told<OraclePrice>>>;
}

export interface TokenPools {
  /** All pools in which the mint is either side, one at least: a mint without any is ABSENT. */
  poolsOf(mint: Mint, urgency: TokenUrgency): Promise<Told<readonly TokenPool[]>>;
}

export interface TokenQuotes {
  /**
   * `payer`: the user whose own key it is asked with, where they have stored one.
   * @throws {NoRoute} @throws {MarketDataUnavailable}
   */
  quote(asked: SwapQuoteAsked, urgency: TokenUrgency, payer?: Username): Promise<SwapQuote>;
}

export interface TokenDirectory {
  /** A mint that it does not know is absent. @throws {MarketDataUnavailable} */
  factsOf(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, TokenFacts>>;
  /** Finds tokens by ticker, name or mint, best match first, all look-alikes included. @throws {MarketDataUnavailable} */
  search(text: string): Promise<readonly TokenFacts[]>;
}

/** Everything that tokens are priced and filled from: Jupiter, DexScreener and Pyth, or the demo's simulation. */
export interface TokenMarket
  extends TokenIndex, TokenOracle, TokenPools, TokenQuotes, TokenDirectory {}
