import type { PriceFormat } from 'lightweight-charts';
import { ASSETS } from '../lib/asset-class.ts';
import type { AssetClass } from '../gql/graphql.ts';
import { Exact } from '../lib/exact.ts';
import { marketDecimals } from '../lib/format.ts';

const CENTS = 2;
/** More decimals than the chart library can count in steps. */
const MOST_DECIMALS = 14;

/** How a chart writes prices around a typical one: in cents, or as finely as a token's four digits ask. */
export function chartFormat(assetClass: AssetClass, typical: number | null): PriceFormat {
  const decimals = chartDecimals(assetClass, typical);
  return { type: 'price', precision: decimals, minMove: 10 ** -decimals };
}

export function chartDecimals(assetClass: AssetClass, typical: number | null): number {
  if (ASSETS[assetClass].tick !== null || !typical) return CENTS;
  return Math.min(MOST_DECIMALS, marketDecimals(typical));
}

/** The price at which a line was dropped, rounded to a price that the instrument can have. */
export function droppedPrice(assetClass: AssetClass, price: number): number {
  const { tick } = ASSETS[assetClass];
  if (tick === null) return new Exact(price).toDecimalPlaces(marketDecimals(price)).toNumber();
  return Math.max(Number(tick), Math.round(price * 100) / 100);
}
