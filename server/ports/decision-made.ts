import type { Decimal } from '../domain/decimal.ts';
import type { OrderId, TradeId } from '../domain/ids.ts';
import type { Trade } from '../domain/trade/trade.ts';

/**
 * A decision on one trade as it was made, which makes the same events again: its kind, and all that the kind's pure
 * rules were given besides the trade. Stored with its events, in one transaction.
 */
export interface DecisionMade {
  /** The name of the kind. */
  readonly kind: string;
  readonly at: Date;
  /** `user:NAME`, `desk`, `venue`. */
  readonly actor: string;
  /** Plain records, lists, maps and sets of texts, numbers, decimals and instants. */
  readonly input: unknown;
  /** The ids that were drawn for it, in their order. */
  readonly ids: readonly string[];
}

/** What changes in a trade without an event: its mark, and the best price of its trailing stop. */
export interface MovedUnlogged extends Pick<
  Trade,
  'mark' | 'maxFavorableExcursion' | 'maxAdverseExcursion' | 'excursionsComplete'
> {
  /** See `Trail`. */
  readonly best: Decimal | null;
}

/** A decision as the journal has it. */
export interface JournalledDecision extends DecisionMade {
  /** The sequences of its first and last event in the user's log. */
  readonly first: number;
  readonly last: number;
  readonly tradeId: TradeId;
  /** The orders that were loaded for it, in their order: those that counted, and those asked for by their tags. */
  readonly orders: readonly OrderId[];
  /** The trade's unlogged values at that time; null for a new trade. */
  readonly moved: MovedUnlogged | null;
}
