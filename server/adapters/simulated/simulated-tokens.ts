import { dec } from '../../domain/decimal.ts';
import type { Mint } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  IndexedPrice,
  OraclePrice,
  SwapQuote,
  SwapQuoteAsked,
  Told,
  TokenFacts,
  TokenMarket,
  TokenPool,
} from '../../ports/token-market.ts';
import { hashText, valueNoise } from './hashed-noise.ts';
import { SIMULATED_TOKENS, type SimulatedToken } from './simulated-token-list.ts';
import {
  exact,
  poolsWith,
  tokenUsd,
  type Moment,
  type SimulatedPool,
} from './simulated-token-pools.ts';
import { swapNow } from './simulated-token-swap.ts';

const TOKEN_PROGRAM = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';
/** How far the index is behind or ahead of the pools, as a share. */
const INDEX_APART = 0.0005;
const INDEX_MS = 30_000;
const SLOT_MS = 400;
/** DexScreener's prices have this many digits. */
const POOL_DIGITS = 4;

/**
 * A token market generated from a seed: an index, constant-product pools and swaps through them, all around
 * one price that moves around the clock. Everything is a function of seed and instant, so all servers and
 * restarts agree.
 */
export class SimulatedTokens implements TokenMarket {
  constructor(
    private readonly clock: Clock,
    private readonly seed: number,
  ) {}

  async prices(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, Told<IndexedPrice>>> {
    const receivedAt = this.clock.now();
    const moment = this.#at(receivedAt);
    const told = (mint: Mint): Told<IndexedPrice> => {
      const token = SIMULATED_TOKENS.get(mint);
      if (!token) return { value: null, why: 'ABSENT', receivedAt };
      return { value: indexed(token, moment), receivedAt };
    };
    return new Map(mints.map((mint) => [mint, told(mint)]));
  }

  /** No oracle prices a simulated token. */
  async oraclePrices(): Promise<ReadonlyMap<Mint, Told<OraclePrice>>> {
    return new Map();
  }

  async poolsOf(mint: Mint): Promise<Told<readonly TokenPool[]>> {
    const receivedAt = this.clock.now();
    const pools = poolsWith(mint, this.#at(receivedAt));
    if (pools.length === 0) return { value: null, why: 'ABSENT', receivedAt };
    return { value: pools.map((pool) => listed(pool, this.#at(receivedAt))), receivedAt };
  }

  async quote(asked: SwapQuoteAsked): Promise<SwapQuote> {
    const receivedAt = this.clock.now();
    return { ...swapNow(asked, this.#at(receivedAt)), receivedAt };
  }

  async factsOf(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, TokenFacts>> {
    const known = mints.flatMap((mint) => SIMULATED_TOKENS.get(mint) ?? []);
    return new Map(known.map((token) => [token.mint, factsIn(token)]));
  }

  async search(text: string): Promise<readonly TokenFacts[]> {
    const typed = text.trim();
    const upper = typed.toUpperCase();
    if (typed === '') return [];
    const tokens = [...SIMULATED_TOKENS.values()];
    const byMint = tokens.filter(({ mint }) => mint === typed);
    const byTicker = tokens.filter(({ ticker }) => ticker.startsWith(upper));
    const byName = tokens.filter(({ name }) => name.toUpperCase().includes(upper));
    return [...new Set([...byMint, ...byTicker, ...byName])].map(factsIn);
  }

  #at(now: Date): Moment {
    return { seed: this.seed, time: now.getTime() };
  }
}

function indexed({ mint, decimals, pools }: SimulatedToken, moment: Moment): IndexedPrice {
  const { seed, time } = moment;
  const apart = 1 + INDEX_APART * valueNoise(hashText(mint) ^ ~seed, time, INDEX_MS);
  return {
    price: exact(tokenUsd(mint, moment) * apart),
    blockId: Math.floor(time / SLOT_MS),
    decimals,
    liquidityUsd: dec(pools.reduce((total, { depthUsd }) => total + depthUsd, 0)),
  };
}

function listed(pool: SimulatedPool, moment: Moment): TokenPool {
  return {
    address: pool.address,
    dex: pool.dex,
    baseMint: pool.base,
    quoteMint: pool.quote,
    priceUsd: dec(pool.price.toPrecision(POOL_DIGITS)),
    priceNative: dec((pool.price / tokenUsd(pool.quote, moment)).toPrecision(POOL_DIGITS)),
    quoteReserve: pool.reserves.quote,
    liquidityUsd: dec(pool.depthUsd.toFixed(2)),
    tradesInHour: pool.tradesInHour,
    createdAt: pool.createdAt,
  };
}

function factsIn(token: SimulatedToken): TokenFacts {
  const { mint, ticker, name, decimals, authorities, verified, organicScore } = token;
  return {
    ...{ mint, ticker, name, decimals, verified, organicScore },
    tokenProgram: TOKEN_PROGRAM,
    hasMintAuthority: authorities.mint,
    hasFreezeAuthority: authorities.freeze,
    suspicious: false,
    topHoldersPct: dec(token.topHoldersPct),
    createdAt: new Date(token.createdAt),
  };
}
