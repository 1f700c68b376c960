import type { Candle, CandleRange } from '../../domain/market/candle.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type {
  FoundToken,
  PoolsNow,
  PriceReader,
  PriceSpan,
  RefusedPrice,
  WatchedToken,
} from '../../ports/price-reader.ts';
import type { PriceMinute } from '../../ports/price-rounds.ts';
import type { TokenMarket } from '../../ports/token-market.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { FirstLook } from './first-look.ts';
import { LookAtTokens } from './look-at-tokens.ts';
import { PollTokenPrices } from './poll-token-prices.ts';
import type { PriceDeps } from './price-deps.ts';
import { ReadPriceHistory } from './read-price-history.ts';
import { PoolMemory, ReadPools } from './read-pools.ts';
import { mintOf, ReadPrice } from './read-price.ts';
import { SellQuotes } from './sale-quotes.ts';
import { SearchTokens } from './search-tokens.ts';
import { TradeTokens } from './trade-tokens.ts';

/** All that is done with the prices of one market. */
export class PriceDesk {
  readonly poll: PollTokenPrices;
  readonly read: ReadPrice;
  readonly history: ReadPriceHistory;
  readonly search: SearchTokens;
  readonly trade: TradeTokens;
  readonly sales: SellQuotes;

  readonly pools: ReadPools;

  constructor(asked: PriceDeps) {
    const memory = new PoolMemory(asked.market);
    const deps: PriceDeps = { ...asked, market: withPools(asked.market, memory) };
    const tokens = new LookAtTokens(deps);
    this.poll = new PollTokenPrices(deps, tokens);
    this.read = new ReadPrice(deps, new FirstLook(deps, tokens));
    this.history = new ReadPriceHistory(deps.store.minutes);
    this.search = new SearchTokens(deps.market);
    this.trade = new TradeTokens(deps, this.read);
    this.sales = new SellQuotes(this.trade, deps);
    this.pools = new ReadPools(deps, memory);
  }
}

function withPools(market: TokenMarket, { poolsOf }: PoolMemory): TokenMarket {
  return {
    poolsOf,
    prices: (mints, urgency) => market.prices(mints, urgency),
    quote: (asked, urgency, payer) => market.quote(asked, urgency, payer),
    oraclePrices: (mints, urgency) => market.oraclePrices(mints, urgency),
    factsOf: (mints) => market.factsOf(mints),
    search: (text) => market.search(text),
  };
}

/**
 * Two markets that never meet: a demo user sees only the simulated one, in which real mints are unknown; every
 * other user sees only Solana's, in which simulated mints are unknown.
 */
export class TokenPrices implements PriceReader {
  constructor(
    private readonly solana: PriceDesk,
    private readonly simulated: PriceDesk,
  ) {}

  priceInfo(actor: Actor, token: string): Promise<JudgedPrice> {
    return this.#deskOf(actor).read.priceInfo(actor.username, token);
  }

  searchTokens(actor: Actor, text: string): Promise<readonly FoundToken[]> {
    return this.#deskOf(actor).search.execute(text);
  }

  watchedTokens(actor: Actor): Promise<readonly WatchedToken[]> {
    return this.#deskOf(actor).read.watchedTokens(actor.username);
  }

  refusedPrices(actor: Actor): Promise<readonly RefusedPrice[]> {
    return this.#deskOf(actor).read.refusedPrices(actor.username);
  }

  tokenPools(actor: Actor, token: string): Promise<PoolsNow> {
    return this.#deskOf(actor).pools.execute(actor.username, token);
  }

  async priceHistory(
    actor: Actor,
    token: string,
    span: PriceSpan,
  ): Promise<readonly PriceMinute[]> {
    return this.#deskOf(actor).history.points(mintOf(token), span);
  }

  async candles(actor: Actor, range: CandleRange): Promise<readonly Candle[]> {
    return this.#deskOf(actor).history.candles(mintOf(range.symbol), range);
  }

  #deskOf({ demo }: Actor): PriceDesk {
    return demo ? this.simulated : this.solana;
  }
}
