import type { TradeId, Username } from '../domain/ids.ts';
import type { Role } from '../domain/account/user.ts';
import type { MarkedPosition, Portfolio } from '../domain/book/portfolio.ts';
import type { Quote } from '../domain/market/quote.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { AdjustInput, CancelInput, CloseInput, TicketInput } from '../domain/ticket/ticket.ts';
import type { Annotation } from '../domain/trade/annotate.ts';
import type { TradePhase } from '../domain/trade/trade-status.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { Page, PageRequest, TradeFilter, TradeOrder } from './book-page.ts';

/** An assistant's user was shown what would be sent, and said yes. */
export interface Prepared {
  /** It may be stored before this instant. */
  readonly until: Date;
}

/** The user on whose behalf a call is made. */
export interface Actor {
  readonly username: Username;
  readonly role: Role;
  readonly demo: boolean;
  /** The strategy that acts for the user; left out: a person or program of the user's own. */
  readonly strategyId?: string | undefined;
  /** The API token that asks, whose mandate bounds it; left out: a person's session, or the desk. */
  readonly tokenId?: string | undefined;
  /** How the user asks, when it is through an assistant; left out: a page or a program of the user's own. */
  readonly via?: 'MCP' | undefined;
  /** A request through an assistant needs it in both books; left out: the request was not prepared. */
  readonly prepared?: Prepared | undefined;
}

/** A field left out stays; a null field is removed. */
export interface AnnotateInput extends Annotation {
  readonly id: TradeId;
  readonly expectedVersion: number;
}

/** What a person or a strategy asks of the venue: an entry, a close, or the end of an unfilled entry. */
export type OrderRequest =
  | {
      readonly open: TicketInput;
      /** Set for a twin on paper: the real trade with which it is compared. */
      readonly twinOf?: TradeId;
    }
  | { readonly close: CloseInput }
  | { readonly cancel: CancelInput };

/** A change to a trade that is already there: its stop and target, or its notes and labels. */
export type PositionUpdate =
  { readonly bracket: AdjustInput } | { readonly annotation: AnnotateInput };

export interface HistoryQuery {
  /** Null: trades of every phase. */
  readonly phase: TradePhase | null;
  readonly filter: TradeFilter;
  readonly page: PageRequest;
  readonly order: TradeOrder;
}

/**
 * Trading in one book. PAPER and REAL implement it alike, and one contract suite holds for both. Every method
 * throws `Refusal` with the contract's code when it refuses.
 */
export interface TradingSystem<M extends TradingMode = TradingMode> {
  readonly mode: M;
  /** One row per instrument that the book holds, with its last mark, all of one instant. */
  getOpenPositions(actor: Actor): Promise<readonly MarkedPosition[]>;
  /** Returns the trade once the order is stored and was sent. The same idempotency key returns the same trade. */
  executeOrder(actor: Actor, request: OrderRequest): Promise<Trade>;
  /** @throws {Refusal} CONFLICT when the trade is no longer at the version that the caller saw. */
  updatePosition(actor: Actor, update: PositionUpdate): Promise<Trade>;
  /**
   * Quotes of the venue at which this book sends the caller's orders. One row per requested symbol, in that
   * order; null when there is no quote.
   */
  getCurrentPrice(actor: Actor, symbols: readonly string[]): Promise<readonly (Quote | null)[]>;
  /**
   * Why nothing may fill or fire at a trade's last mark, in words for the user. Null when something may, when
   * there is no mark, and for a closed trade.
   */
  validatePrice(trade: Trade, at: Date): string | null;
  /** Cash, equity, open, realised and today's P&L of the book in dollars, all of one instant. */
  calculatePnL(actor: Actor): Promise<Portfolio>;
  /** Trades of one page, newest first. @throws {BadCursor} */
  getTradeHistory(actor: Actor, query: HistoryQuery): Promise<Page<Trade>>;
}
