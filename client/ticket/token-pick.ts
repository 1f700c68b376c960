import type { PricePartsFragment, WatchedTokensQuery } from '../gql/graphql.ts';
import { isToken } from '../lib/asset-class.ts';
import { exact, floored, type Exact } from '../lib/exact.ts';
import type { Picked, Ticket, Touch } from './ticket.svelte.ts';

type Token = WatchedTokensQuery['watchedTokens'][number];

/** Dollars that a new ticket is worth: one whole token may be dust, or more than the book. */
export const FIRST_DOLLARS = '100';
/** Percent points that a swap may slip where the user has set no limit. */
const USUAL_SLIPPAGE = '1';

export function pickedToken({ mint, ticker, decimals }: Omit<Token, 'info'>): Picked {
  return { symbol: mint, underlying: mint, assetClass: 'TOKEN', ticker, decimals };
}

/** Bid and ask are both the judged price; the preview says what a swap of this size costs. */
export function touchOf({ mint, info }: Pick<Token, 'mint' | 'info'>): Touch {
  const { price } = info;
  return { symbol: mint, bid: price, ask: price, mid: price };
}

/** Dollars of liquidity that can be relied on: the most that a source reports; null while none does. */
export function poolDepth({ sources }: PricePartsFragment): Exact | null {
  const told = sources.flatMap(({ liquidityUsd }) => exact(liquidityUsd) ?? []);
  return told.length === 0 ? null : told.reduce((most, each) => (each.gt(most) ? each : most));
}

/** Percent points by which a swap may get less than quoted, by the user's limit. */
export function slippage(maxSlippagePct: string | null | undefined): Exact {
  return exact(maxSlippagePct ?? USUAL_SLIPPAGE)!;
}

/**
 * The least number of tokens that a purchase at the market may bring; null for any other order. The price may
 * move by the allowed slippage before the order is sent, and the swap may slip by as much again.
 */
export function leastOf(
  { size, picked, orderType }: Pick<Ticket, 'size' | 'picked' | 'orderType'>,
  slips: Exact,
): Exact | null {
  if (!size?.gt(0) || !picked || !isToken(picked) || orderType !== 'MARKET') return null;
  const all = exact(100)!;
  return floored(size.times(all.minus(slips)).div(all.plus(slips)), picked.decimals ?? 0);
}

/** Percent by which a price must move for a preview to be out of date. */
const MOVED_PCT = '0.5';

export function hasMoved(from: string | null, to: string): boolean {
  const before = exact(from);
  if (!before?.gt(0)) return true;
  return exact(to)!.div(before).minus(1).abs().times(100).gt(MOVED_PCT);
}
