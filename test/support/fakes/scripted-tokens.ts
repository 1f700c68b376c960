import { dec } from '../../../server/domain/decimal.ts';
import type { Mint } from '../../../server/domain/ids.ts';
import type { TokenFacts } from '../../../server/domain/token/token-facts.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import {
  NoRoute,
  type IndexedPrice,
  type OraclePrice,
  type SwapQuote,
  type SwapQuoteAsked,
  type Told,
  type TokenMarket,
  type TokenPool,
} from '../../../server/ports/token-market.ts';
import type { FakeClock } from './fake-clock.ts';

const SPL_TOKEN = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';

/** A market of tokens whose prices and silent sources the test sets. It counts the requests. */
export class ScriptedTokens implements TokenMarket {
  readonly priceOf = new Map<Mint, string>([
    [SOL_MINT, '150'],
    [USDC_MINT, '1'],
  ]);
  readonly oracleOf = new Map<Mint, string>();
  /** Sources that do not answer. */
  readonly silent = new Set<'JUPITER' | 'DEXSCREENER' | 'QUOTE' | 'FACTS' | 'PYTH'>();
  /** Milliseconds until an answer, by source; Infinity when it never comes. */
  readonly takes = new Map<'JUPITER' | 'DEXSCREENER' | 'QUOTE' | 'FACTS', number>();
  readonly asked = { index: [] as Mint[][], pools: [] as Mint[], quotes: [] as Mint[] };
  facts = 0;
  /** Every token's decimals by the index; the directory says 6. */
  indexDecimals = 6;
  /** Percent points by which every swap moves its price. */
  impactPct = '0';
  /** Raw units of input below which no swap has a route. */
  leastRouted = 1n;
  block = 434_000_000;

  constructor(private readonly clock: FakeClock) {}

  async prices(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, Told<IndexedPrice>>> {
    this.asked.index.push([...mints]);
    await this.#answer('JUPITER');
    this.block += 25;
    return new Map(mints.map((mint) => [mint, this.#told(mint)]));
  }

  /** Prices of the tokens in `oracleOf`; other tokens have no oracle. */
  async oraclePrices(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, Told<OraclePrice>>> {
    const receivedAt = this.clock.now();
    const told = mints.flatMap((mint): [Mint, Told<OraclePrice>][] => {
      const price = this.oracleOf.get(mint);
      if (!price) return [];
      if (this.silent.has('PYTH')) return [[mint, { value: null, why: 'SILENT', receivedAt }]];
      const confidence = dec(price).times('0.0005');
      return [
        [mint, { value: { price: dec(price), confidence, publishedAt: receivedAt }, receivedAt }],
      ];
    });
    return new Map(told);
  }

  async poolsOf(mint: Mint): Promise<Told<readonly TokenPool[]>> {
    this.asked.pools.push(mint);
    await this.#answer('DEXSCREENER');
    const receivedAt = this.clock.now();
    if (this.silent.has('DEXSCREENER')) return { value: null, why: 'SILENT', receivedAt };
    const price = this.priceOf.get(mint);
    if (!price) return { value: null, why: 'ABSENT', receivedAt };
    const quoteMint = mint === USDC_MINT ? SOL_MINT : USDC_MINT;
    const inQuote = mint === USDC_MINT ? dec(1).dividedBy(this.priceOf.get(SOL_MINT)!) : dec(price);
    const pool = {
      ...{ address: `pool of ${mint}`, dex: 'orca', baseMint: mint, quoteMint },
      ...{ priceUsd: dec(price), priceNative: inQuote, quoteReserve: dec(1_000_000) },
      ...{ liquidityUsd: null, tradesInHour: 30, createdAt: null },
    };
    return { value: [pool], receivedAt };
  }

  async quote(asked: SwapQuoteAsked): Promise<SwapQuote> {
    this.asked.quotes.push(asked.outputMint);
    await this.#answer('QUOTE');
    if (this.silent.has('QUOTE')) throw new MarketDataUnavailable('Jupiter: no answer in time');
    const [given, got] = [this.priceOf.get(asked.inputMint), this.priceOf.get(asked.outputMint)];
    if (!given || !got || asked.inAmount < this.leastRouted) throw new NoRoute('no route');
    const impactPct = dec(this.impactPct);
    const kept = dec('0.999').times(dec(100).minus(impactPct)).div(100);
    const out = dec(asked.inAmount.toString()).times(given).dividedBy(got).times(kept);
    const outAmount = BigInt(out.toFixed(0));
    const leastOutAmount = (outAmount * BigInt(10_000 - asked.slippageBps)) / 10_000n;
    return {
      ...{ ...asked, outAmount, leastOutAmount, impactPct, platformFeeBps: 10 },
      ...{ route: ['orca'], receivedAt: this.clock.now() },
    };
  }

  async factsOf(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, TokenFacts>> {
    this.facts += 1;
    await this.#answer('FACTS');
    if (this.silent.has('FACTS')) throw new MarketDataUnavailable('Jupiter: no answer in time');
    const known = mints.filter((mint) => this.priceOf.has(mint));
    return new Map(known.map((mint) => [mint, factsOf(mint)]));
  }

  async search(): Promise<readonly TokenFacts[]> {
    return [];
  }

  #told(mint: Mint): Told<IndexedPrice> {
    const receivedAt = this.clock.now();
    if (this.silent.has('JUPITER')) return { value: null, why: 'SILENT', receivedAt };
    const price = this.priceOf.get(mint);
    if (!price) return { value: null, why: 'ABSENT', receivedAt };
    const value = {
      price: dec(price),
      blockId: this.block,
      decimals: this.indexDecimals,
      liquidityUsd: null,
    };
    return { value, receivedAt };
  }

  async #answer(source: 'JUPITER' | 'DEXSCREENER' | 'QUOTE' | 'FACTS'): Promise<void> {
    const ms = this.takes.get(source);
    if (ms === Infinity) await new Promise(() => undefined);
    else if (ms) await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

function factsOf(mint: Mint): TokenFacts {
  return {
    ...{ mint, ticker: mint.slice(0, 4), name: `Token ${mint.slice(0, 4)}`, decimals: 6 },
    ...{ tokenProgram: SPL_TOKEN, hasMintAuthority: false, hasFreezeAuthority: false },
    ...{ suspicious: false, verified: true, topHoldersPct: null, organicScore: null },
    createdAt: null,
  };
}
