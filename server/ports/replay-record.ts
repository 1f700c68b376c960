import type { Decimal } from '../domain/decimal.ts';
import type { TradeId, Username } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Trade, TradeAggregate } from '../domain/trade/trade.ts';
import type { NewTradeEvent } from '../domain/trade/trade-event.ts';
import type { JournalledDecision } from './decision-made.ts';

/** A line of the log without its sequence. Two runs of the same past are compared by these. */
export interface LoggedLine {
  readonly kind: 'TRADE' | 'BOOK';
  readonly type: string;
  readonly occurredAt: Date;
  readonly actor: string;
  readonly message: string;
  readonly tradeId: TradeId | null;
  /** As the log stores it: text with sorted keys. */
  readonly payload: string;
}

export interface NumberedLine extends LoggedLine {
  readonly sequence: number;
}

/** The first and the last sequence of a part of a user's log, both included. */
export interface LogSpan {
  readonly first: number;
  readonly last: number;
}

export interface MarketOfTrade {
  readonly at: Date;
  readonly bid: Decimal;
  /** Null for a token that is held: its sale alone is quoted. */
  readonly ask: Decimal | null;
}

/** How much of the journal belongs to one exchange day. */
export interface JournalDay {
  readonly date: string;
  readonly rows: number;
  /** Bytes of the text in the rows, without what a database adds. */
  readonly bytes: number;
}

/** A book’s log and journal, read and never written. */
export interface ReplayRecord {
  readonly mode: TradingMode;
  /** Users with a line at or after `from` and before `to`, in the order of their names. */
  usersBetween(from: Date, to: Date): Promise<readonly Username[]>;
  /** The span from the first line at or after `from` to the last one before `to`; null when there is no line. */
  spanOf(username: Username, from: Date, to: Date): Promise<LogSpan | null>;
  /** In order. */
  lines(username: Username, span: LogSpan): Promise<readonly NumberedLine[]>;
  /** Decisions whose lines begin in the span, in order. */
  decisions(username: Username, span: LogSpan): Promise<readonly JournalledDecision[]>;
  /** The trade with all its orders and fills after its last line before this one; null: it had none. */
  before(username: Username, tradeId: TradeId, sequence: number): Promise<TradeAggregate | null>;
  /** The lines that the log would get for these events. */
  asLogged(made: {
    readonly before: TradeAggregate | null;
    readonly after: TradeAggregate;
    readonly events: readonly NewTradeEvent[];
  }): readonly LoggedLine[];
  /** The trade as this line of it stores it. */
  tradeOf(line: LoggedLine): Trade;
  /** The markets in the trade's snapshots, oldest first. */
  marketsOf(username: Username, tradeId: TradeId): Promise<readonly MarketOfTrade[]>;
  journalDays(username: Username, span: LogSpan): Promise<readonly JournalDay[]>;
}
