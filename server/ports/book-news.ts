import type { TradeId, Username } from '../domain/ids.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import type { TradeEvent } from '../domain/trade/trade-event.ts';

/** How far one user's log has been read, and what of it is asked for. */
export interface NewsAsked {
  readonly username: Username;
  /** The sequence of the last event read. */
  readonly after: number;
  /** False: events alone. */
  readonly withTrades: boolean;
  /** Trades that are asked for although no event may concern them. Another user's are left out. */
  readonly marked: readonly TradeId[];
}

export interface BookNews {
  /** Oldest first. */
  readonly events: readonly TradeEvent[];
  /** The trades of the events, and the marked trades, as they were after the last event. */
  readonly trades: readonly TradeAggregate[];
}

/**
 * Reads what is new in many users' books at one instant, in a number of statements that does not depend on how
 * many they are. Answers in the order asked. Null: more than `lines` lines of the log are new, and the user's
 * own reader has to read them page by page.
 */
export type ReadNews = (
  asked: readonly NewsAsked[],
  lines: number,
) => Promise<readonly (BookNews | null)[]>;
