import type { Decimal } from '../decimal.ts';
import type { TradeId } from '../ids.ts';
import type { RunAsk } from './strategy-run.ts';

/** Why a signal became no position. The code alone decides; the sentence is for people. */
export const NO_TRADE_CODES = [
  'RISK_DENIED',
  'STRATEGY_BUDGET',
  'PROMOTION',
  'REAL_NOT_ARMED',
  'KILL_SWITCH',
  'MARKET_CLOSED',
  'PRICE_UNTRUSTED',
  'BAD_ORDER',
  'NOTHING_HELD',
  'BAR_TOO_OLD',
  'RUN_STOPPED',
  'CANCELED',
  'VENUE_REJECTED',
  'NEVER_FILLED',
  'FAILED',
] as const;

export type NoTradeCode = (typeof NO_TRADE_CODES)[number];

export interface NoTrade {
  readonly code: NoTradeCode;
  readonly message: string;
  /** Whether this lasts until a person acts. */
  readonly actNeeded: boolean;
}

/** The reason for an entry that was stored and not sent. */
export const HELD_BACK: NoTrade = {
  ...{ code: 'KILL_SWITCH', actNeeded: true },
  message: 'A kill switch went up before its order was sent.',
};

/** The reason for an entry whose order ended in any other way. */
export const NEVER_FILLED: NoTrade = {
  ...{ code: 'NEVER_FILLED', message: 'Its order ended without a fill.', actNeeded: false },
};

/** WAITING: for the next bar of its symbol, or the next session. TAKEN: it became a trade, a close or a cancel. */
export type DecisionState = 'WAITING' | 'TAKEN' | 'NO_TRADE';

/** One request of a run, and what became of it. */
export interface RunDecision {
  readonly runId: string;
  /** The order's idempotency key: SHA-256 hex of strategy, version, `since`, symbol, bar end, action, ordinal. */
  readonly key: string;
  /** The journal's line that it answers, and its place in that answer, from 0. */
  readonly sequence: number;
  readonly ordinal: number;
  readonly symbol: string;
  readonly ask: RunAsk;
  readonly decidedAt: Date;
  /** End of the bar that it answers; for a quote or fill, its instant. */
  readonly barEnd: Date;
  readonly state: DecisionState;
  readonly settledAt: Date | null;
  /** The trade that it placed, closed or canceled, or the REJECTED trade that was stored. */
  readonly tradeId: TradeId | null;
  readonly noTrade: NoTrade | null;
  /** Dollars that a refused entry would have made, by the models; null: not known, or not yet. */
  readonly shadowPnl: Decimal | null;
  readonly shadowNote: string | null;
}
