import type { PricePartsFragment, WatchedTokensQuery } from '../gql/graphql.ts';
import { isToken } from '../lib/asset-class.ts';
import { exact, floored, type Exact } from '../lib/exact.ts';
import type { Picked, Ticket, Touch } from './ticket.svelte.ts';

type Token = WatchedTokensQuery['watchedTokens'][number];

/** What a new ticket is worth: one whole token may be dust, or more than the book. */
export const FIRST_DOLLARS = '100';
/** Percent points that a swap may slip where the user has set no limit. */
const USUAL_SLIPPAGE = '1';

export function pickedToken({ mint, ticker, decimals }: Omit<Token, 'info'>): Picked {
  return { symbol: mint, underlying: mint, assetClass: 'TOKEN', ticker, decimals };
}

/** The judged price stands for both sides: what a swap of a size costs, its preview says. */
export function touchOf({ mint, info }: Pick<Token, 'mint' | 'info'>): Touch {
  const { price } = info;
  return { symbol: mint, bid: price, ask: price, mid: price };
}

/** Dollars in the pools that can be relied on; null while no source tells. */
export function poolDepth({ sources }: PricePartsFragment): Exact | null {
  const told = sources.flatMap(({ liquidityUsd }) => exact(liquidityUsd) ?? []);
  return told.length === 0 ? null : told.reduce((most, each) => (each.gt(most) ? each : most));
}

/** Percent points by which a swap may get less than quoted, by the user's limit. */
export function slippage(maxSlippagePct: string | null | undefined): Exact {
  return exact(maxSlippagePct ?? USUAL_SLIPPAGE)!;
}

/**
 * The least that a purchase at the market may bring; null for any other order. Its price may have moved by as much
 * as it may slip before it is sent, and it may slip then.
 */
export function leastOf(
  { size, picked, orderType }: Pick<Ticket, 'size' | 'picked' | 'orderType'>,
  slips: Exact,
): Exact | null {
  if (!size?.gt(0) || !picked || !isToken(picked) || orderType !== 'MARKET') return null;
  const all = exact(100)!;
  return floored(size.times(all.minus(slips)).div(all.plus(slips)), picked.decimals ?? 0);
}

/** Percent points of a move after which a preview tells too little. */
const MOVED_PCT = '0.5';

export function hasMoved(from: string | null, to: string): boolean {
  const before = exact(from);
  if (!before?.gt(0)) return true;
  return exact(to)!.div(before).minus(1).abs().times(100).gt(MOVED_PCT);
}
