import type { AssetClass } from '../domain/instrument/instrument.ts';
import type { TradeStatus } from '../domain/trade/trade-status.ts';

export interface PageRequest {
  readonly first: number;
  /** An opaque cursor of an earlier page. @throws {BadCursor} from the read where it is none of ours. */
  readonly after: string | null;
}

/** By which time the newest trade comes first. */
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

/** All that is given must hold. Times are inclusive `from`, exclusive `to`. */
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
