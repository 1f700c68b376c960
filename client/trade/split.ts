import { ASSETS } from '../lib/asset-class.ts';
import type { TradeDetailFragment } from '../gql/graphql.ts';
import { exact } from '../lib/exact.ts';

const MOST = 1000;

/** Typed text as a whole number of shares, 1 to 1000; else null. */
export function wholeShares(text: string): number | null {
  if (!/^\s*\d{1,4}\s*$/.test(text)) return null;
  const shares = Number(text);
  return shares >= 1 && shares <= MOST ? shares : null;
}

/** True for shares that are held and under review: only their split may be booked. */
export function maySplit({ assetClass, status, openQuantity }: TradeDetailFragment): boolean {
  if (!ASSETS[assetClass].shares || status !== 'NEEDS_REVIEW') return false;
  return exact(openQuantity)?.gt(0) === true;
}
