import { ASSETS } from '../lib/asset-class.ts';
import type { TradeDetailFragment } from '../gql/graphql.ts';
import { exact } from '../lib/exact.ts';

const MOST = 1000;

/** A whole number of shares as typed, 1 to 1000; null where it is none. */
export function wholeShares(text: string): number | null {
  if (!/^\s*\d{1,4}\s*$/.test(text)) return null;
  const shares = Number(text);
  return shares >= 1 && shares <= MOST ? shares : null;
}

/** Shares that are held and in doubt: a split of them may be booked. */
export function maySplit({ assetClass, status, openQuantity }: TradeDetailFragment): boolean {
  if (!ASSETS[assetClass].shares || status !== 'NEEDS_REVIEW') return false;
  return exact(openQuantity)?.gt(0) === true;
}
