import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type { WatchedToken } from '../../ports/price-reader.ts';
import type { PriceMinute } from '../../ports/price-rounds.ts';
import type { PriceInfoType, PricePointType, WatchedTokenType } from './price-info.types.ts';

export function priceInfoView({ mint, ...judged }: JudgedPrice): PriceInfoType {
  return { ...judged, token: mint };
}

export function watchedTokenView({ mint, facts, warnings, price }: WatchedToken): WatchedTokenType {
  return {
    ...{ mint, warnings },
    ticker: facts?.ticker ?? null,
    name: facts?.name ?? null,
    decimals: facts?.decimals ?? null,
    verified: facts?.verified ?? null,
    info: priceInfoView(price),
  };
}

export function pricePointView({ at, bar, confidence, parts }: PriceMinute): PricePointType {
  return { at, price: bar?.close ?? null, confidence, ...parts };
}
