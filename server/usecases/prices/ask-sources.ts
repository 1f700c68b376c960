import type { Decimal } from '../../domain/decimal.ts';
import type { Mint } from '../../domain/ids.ts';
import type { NoQuote } from '../../domain/price/gate-quote.ts';
import { USDC_MINT } from '../../domain/token/mint.ts';
import type { TokenFacts } from '../../domain/token/token-facts.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import {
  NoRoute,
  type IndexedPrice,
  type OraclePrice,
  type SwapQuote,
  type Told,
  type TokenPool,
  type TokenUrgency,
} from '../../ports/token-market.ts';
import type { PriceDeps } from './price-deps.ts';

/** About $100, in raw units of USDC, unless an order or a position says its own size. */
const QUOTED_USDC = 100_000_000n;
const SLIPPAGE_BPS = 50;

/** One request returns fifty prices, by which all users' stops are watched: no preview or mark goes before it. */
const INDEX_URGENCY: TokenUrgency = 'ENTRY';

/** How a round is asked for, and how long its answers are waited for. */
export interface Asking {
  readonly urgency: TokenUrgency;
  readonly patienceMs: number;
}

/** Asks one market's sources. An answer that fails or is late counts as silence, and fails no round. */
export class AskSources {
  constructor(
    private readonly deps: Pick<PriceDeps, 'market' | 'clock' | 'timers'>,
    private readonly asking: Asking,
  ) {}

  index(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, Told<IndexedPrice>>> {
    const { market } = this.deps;
    const silent = () => new Map(mints.map((mint) => [mint, this.#silence()]));
    return this.#within(market.prices(mints, INDEX_URGENCY), silent);
  }

  /** The oracle's prices, for the mints that it prices. */
  oracle(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, Told<OraclePrice>>> {
    const { market } = this.deps;
    // The oracle is not missed when it is silent, so its silence is not reported.
    return this.#within(market.oraclePrices(mints, this.asking.urgency), () => new Map());
  }

  async pools(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, Told<readonly TokenPool[]>>> {
    const { market } = this.deps;
    const told = mints.map(async (mint) => {
      const asked = market.poolsOf(mint, this.asking.urgency);
      return [mint, await this.#within(asked, () => this.#silence())] as const;
    });
    return new Map(await Promise.all(told));
  }

  /** Quotes to buy each mint for about $100. */
  async quotes(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, SwapQuote | NoQuote>> {
    const told = mints.map(async (mint) => [mint, await this.#quote(mint)] as const);
    return new Map(await Promise.all(told));
  }

  /** Null where the directory does not answer. */
  async facts(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, TokenFacts> | null> {
    const asked: Promise<ReadonlyMap<Mint, TokenFacts> | null> = this.deps.market.factsOf(mints);
    const told = asked.catch((error: unknown) => {
      if (error instanceof MarketDataUnavailable) return null;
      throw error;
    });
    return this.#within(told, () => null);
  }

  #quote(outputMint: Mint): Promise<SwapQuote | NoQuote> {
    const inAmount = QUOTED_USDC;
    const asked = { inputMint: USDC_MINT, outputMint, inAmount, slippageBps: SLIPPAGE_BPS };
    const quote: Promise<SwapQuote | NoQuote> = this.deps.market.quote(asked, this.asking.urgency);
    const receivedAt = () => this.deps.clock.now();
    const none = (error: unknown): NoQuote => {
      if (error instanceof NoRoute) return { why: 'NO_ROUTE', receivedAt: receivedAt() };
      if (!(error instanceof MarketDataUnavailable)) throw error;
      return { why: error.putOff ? 'PUT_OFF' : 'SILENT', receivedAt: receivedAt() };
    };
    return this.#within(quote.catch(none), () => ({ why: 'SILENT', receivedAt: receivedAt() }));
  }

  #silence() {
    return { value: null, why: 'SILENT', receivedAt: this.deps.clock.now() } as const;
  }

  #within<T>(asked: Promise<T>, instead: () => T): Promise<T> {
    return this.deps.timers.within(this.asking.patienceMs, asked, instead);
  }
}

/** What the index says now, by mint. */
export function saidPrices(
  told: ReadonlyMap<Mint, Told<IndexedPrice>>,
): ReadonlyMap<Mint, Decimal> {
  const said = [...told].flatMap(([mint, { value }]) =>
    value ? [[mint, value.price] as const] : [],
  );
  return new Map(said);
}
