import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { WEIGHTS } from '../../domain/price/score-price.ts';
import type { FoundToken, WatchedToken } from '../../ports/price-reader.ts';
import type { PriceMinute } from '../../ports/price-rounds.ts';
import type {
  PriceInfoType,
  PricePointType,
  TokenMatchType,
  WatchedTokenType,
} from './price-info.types.ts';

export function priceInfoView({ mint, parts, ...judged }: JudgedPrice): PriceInfoType {
  const weighted = parts.map((part) => ({ ...part, weight: WEIGHTS[part.name] }));
  return { ...judged, parts: weighted, token: mint };
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
