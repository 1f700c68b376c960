import type { PriceFormat } from 'lightweight-charts';
import { ASSETS } from '../lib/asset-class.ts';
import type { AssetClass } from '../gql/graphql.ts';
import { Exact } from '../lib/exact.ts';

/** Digits of a dragged price without a tick: what a hand on a chart can mean. */
const DRAGGED_DIGITS = 4;
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
  const { e: exponent } = new Exact(typical);
  return Math.min(MOST_DECIMALS, Math.max(CENTS, DRAGGED_DIGITS - 1 - exponent));
}

/** Where a line was dropped, as a price that the instrument can have. */
export function droppedPrice(assetClass: AssetClass, price: number): number {
  const { tick } = ASSETS[assetClass];
  if (tick === null) return new Exact(price).toSignificantDigits(DRAGGED_DIGITS).toNumber();
  return Math.max(Number(tick), Math.round(price * 100) / 100);
}
