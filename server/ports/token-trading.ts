import type { Decimal } from '../domain/decimal.ts';
import type { Token, TokenMarketName } from '../domain/instrument/instrument.ts';
import type { Mint, Username } from '../domain/ids.ts';
import type { TokenQuote } from '../domain/market/quote.ts';
import type { NoQuote } from '../domain/price/gate-quote.ts';
import type { JudgedPrice } from '../domain/price/judged-price.ts';
import { MarketDataUnavailable } from './market-data.ts';
import type { SwapQuote, TokenFacts, TokenQuotes } from './token-market.ts';

/** One market of tokens, as trades need it: what a token is, what it is worth, what a swap would get. */
export interface TokenTrading extends TokenQuotes {
  /** Null where the directory does not know the mint. @throws {MarketDataUnavailable} it did not answer. */
  factsOf(mint: Mint): Promise<TokenFacts | null>;
  /** Has the token looked at from now on; the first time, waits for a whole round, five seconds at most. */
  watch(username: Username, mint: Mint): Promise<void>;
  /** Judged from stored rounds; no source is asked. A mint that was never looked at has no price. */
  judged(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, JudgedPrice>>;
  /** Judged with this quote of the order's own size in the place of the round's. */
  judgedWith(mint: Mint, quote: SwapQuote | NoQuote): Promise<JudgedPrice>;
}

/** What a user's trades in one token would sell together. */
export interface HeldTokens {
  readonly username: Username;
  readonly token: Token;
  readonly quantity: Decimal;
}

/** What sales would fetch, each asked for seldom enough for the venue's allowance. */
export interface SaleQuotes {
  /**
   * For each holding the last quote to sell exactly its quantity, of the age that `receivedAt` says; null where no
   * sale of this size was ever quoted. Where the allowance is short, users take turns, each with what was quoted
   * longest ago. `solPrice`: dollars for one SOL; null where the network's fee is not known.
   */
  of(
    held: readonly HeldTokens[],
    solPrice: Decimal | null,
  ): Promise<readonly (TokenQuote | null)[]>;
}

export interface TokenMarkets {
  /** `username`: who pays for its quotes, by a key of their own; left out: the desk. */
  of(market: TokenMarketName, username?: Username): TokenTrading;
}

/** The token markets of a book that trades no tokens. */
export const NO_TOKENS: TokenMarkets = {
  of: () => {
    const none = () => Promise.reject(new MarketDataUnavailable('This book trades no tokens.'));
    return { quote: none, factsOf: none, watch: none, judged: none, judgedWith: none };
  },
};
