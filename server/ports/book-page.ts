import type { AssetClass } from '../domain/instrument/instrument.ts';
import type { TradeStatus } from '../domain/trade/trade-status.ts';

export interface PageRequest {
  readonly first: number;
  /** An opaque cursor from an earlier page. The read throws {@link BadCursor} for any other string. */
  readonly after: string | null;
}

/** The time by which trades are sorted, newest first. */
export type TradeOrder = 'PLACED' | 'CLOSED';

/** Newest first. */
export interface Page<T> {
  readonly items: readonly { readonly cursor: string; readonly item: T }[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}

export type TradeOutcome = 'WIN' | 'LOSS' | 'SCRATCH';

/** All given fields must match. `from` times are inclusive, `to` times exclusive. */
export interface TradeFilter {
  readonly text?: string | null;
  readonly outcome?: TradeOutcome | null;
  readonly symbol?: string | null;
  readonly underlying?: string | null;
  readonly assetClass?: AssetClass | null;
  readonly status?: readonly TradeStatus[] | null;
  readonly strategy?: string | null;
  readonly tag?: string | null;
  readonly aiModel?: string | null;
  readonly openedFrom?: Date | null;
  readonly openedTo?: Date | null;
  readonly closedFrom?: Date | null;
  readonly closedTo?: Date | null;
}
