import type { TicketInput } from '../domain/ticket/ticket.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { Actor } from './trading-system.ts';

/** Places on paper what was placed for real, to compare the two. */
export interface PaperTwins {
  /**
   * Returns at once and never throws: what becomes of the twin is recorded in PAPER, and nothing of the real trade
   * depends on it. However often it is asked for, a trade has one twin.
   */
  place(actor: Actor, ticket: TicketInput, trade: Trade): void;
}
