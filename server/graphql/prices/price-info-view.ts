import { ZERO } from '../../domain/decimal.ts';
import { describePool } from '../../domain/price/describe-pool.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type { JudgedQuote } from '../../domain/price/judged-quote.ts';
import type { StagedPool } from '../../domain/price/pool-stages.ts';
import { WEIGHTS } from '../../domain/price/score-price.ts';
import type { FoundToken, PoolsNow, RefusedPrice, WatchedToken } from '../../ports/price-reader.ts';
import type { PriceMinute } from '../../ports/price-rounds.ts';
import type {
  PriceInfoType,
  PricePointType,
  RefusedPriceType,
  TokenMatchType,
  TokenPoolsType,
  TokenPoolType,
  WatchedTokenType,
} from './price-info.types.ts';

export function priceInfoView({ mint, parts, ...judged }: JudgedPrice): PriceInfoType {
  const weighted = parts.map((part) => ({ ...part, weight: WEIGHTS[part.name] }));
  const sources = judged.sources.map((each) => ({ ...each, bid: null, ask: null }));
  return { ...judged, sources, parts: weighted, token: mint };
}

export function judgedQuoteView({ instrument, parts, ...judged }: JudgedQuote): PriceInfoType {
  const weighted = parts.map((part) => ({ ...part, weight: WEIGHTS[part.name] }));
  const sources = judged.sources.map((each) => ({ ...each, liquidityUsd: null }));
  return { ...judged, sources, parts: weighted, token: instrument.symbol };
}

export function watchedTokenView({ price, ...found }: WatchedToken): WatchedTokenType {
  return { ...tokenMatchView(found), info: priceInfoView(price) };
}

export function tokenMatchView({ mint, facts, warnings }: FoundToken): TokenMatchType {
  return {
    ...{ mint, warnings },
    ticker: facts?.ticker ?? null,
    name: facts?.name ?? null,
    decimals: facts?.decimals ?? null,
    verified: facts?.verified ?? null,
  };
}

export function pricePointView({ at, bar, confidence, parts }: PriceMinute): PricePointType {
  return { at, price: bar?.close ?? null, confidence, ...parts };
}

export function refusedPriceView({ mint, ticker, ...spell }: RefusedPrice): RefusedPriceType {
  const { source, price, reason, since, until, rounds } = spell;
  return { mint, ticker, source, price, reason, since, until, rounds };
}

export function tokenPoolsView({ receivedAt, pools }: PoolsNow): TokenPoolsType {
  const depth = ({ hardUsd, claimedUsd }: TokenPoolType) => hardUsd ?? claimedUsd ?? ZERO;
  const shown = pools.map(tokenPoolView).sort((a, b) => depth(b).comparedTo(depth(a)));
  return { receivedAt, pools: shown };
}

function tokenPoolView({ pool, hard, refused }: StagedPool): TokenPoolType {
  const isBase = refused !== 'OTHER_SIDE';
  return {
    ...{ address: pool.address, dex: pool.dex, claimedUsd: pool.liquidityUsd },
    against: isBase ? pool.quoteMint : pool.baseMint,
    // The pool's price is that of its base token, which here is the other token.
    price: hard?.price ?? (isBase ? pool.priceUsd : null),
    hardUsd: hard?.hardUsd ?? null,
    accepted: refused === null,
    reason: refused && describePool(refused),
  };
}
