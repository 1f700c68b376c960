import type { PricePartsFragment, WatchedTokensQuery } from '../gql/graphql.ts';
import { exact, type Exact } from '../lib/exact.ts';
import type { Picked, Touch } from './ticket.svelte.ts';

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

/** Percent points of a move after which a preview tells too little. */
const MOVED_PCT = '0.5';

export function hasMoved(from: string | null, to: string): boolean {
  const before = exact(from);
  if (!before?.gt(0)) return true;
  return exact(to)!.div(before).minus(1).abs().times(100).gt(MOVED_PCT);
}
