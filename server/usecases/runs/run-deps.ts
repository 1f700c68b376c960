import type { RunDecision } from '../../domain/strategy/run-decision.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SettingsStore, Users } from '../../ports/desk.ts';
import type { EventFeed } from '../../ports/event-feed.ts';
import type { Leases } from '../../ports/leases.ts';
import type { LiveHost } from '../../ports/live-host.ts';
import type { Log } from '../../ports/log.ts';
import type { MarketReader } from '../../ports/market-reader.ts';
import type { StrategyKinds, StrategyStore } from '../../ports/strategies.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import type { Timers } from '../../ports/timers.ts';
import type { Actor, TradingSystem } from '../../ports/trading-system.ts';
import type { StrategyDoor } from '../trading/strategy-door.ts';

/** What strategies at work in one book need of the world around them. */
export interface RunDeps {
  readonly mode: TradingMode;
  readonly book: Pick<Book, 'read' | 'change' | 'view'>;
  readonly runs: StrategyRuns;
  readonly strategies: Pick<StrategyStore, 'byId'>;
  readonly kinds: Pick<StrategyKinds, 'find'>;
  readonly host: LiveHost;
  readonly door: Pick<StrategyDoor, 'enter' | 'close' | 'cancel'>;
  readonly trading: Pick<TradingSystem, 'getCurrentPrice' | 'executeOrder'>;
  readonly market: Pick<MarketReader, 'candles' | 'optionChain' | 'optionExpirations'>;
  readonly settings: SettingsStore;
  readonly users: Pick<Users, 'byName'>;
  readonly leases: Pick<Leases, 'take' | 'release' | 'heldByOthers'>;
  readonly feed: Pick<EventFeed, 'subscribe'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** SHA-256 of a text, in hexadecimal. */
  readonly digest: (text: string) => string;
  /** Milliseconds of the desk's clock between two quotes that a strategy is given. */
  readonly quoteMs: number;
}

/** A run with the user for whom it trades. */
export interface RunOf {
  readonly run: StrategyRun;
  readonly actor: Actor;
}

/** What is asked for in answer to one line of the journal. */
export interface Answered {
  /** The bar's symbol, or that of the quote or fill. */
  readonly symbol: string;
  /** The end of the bar, or the instant of the quote or fill. */
  readonly end: Date;
  readonly sequence: number;
  readonly isBar: boolean;
}

/** The same key for the same order however often it is asked for: by strategy, bar, and place in the answer. */
export function decisionKey(
  digest: RunDeps['digest'],
  { strategyId, version, evidenceSince }: StrategyRun,
  { symbol, end, sequence, isBar }: Answered,
  { ask, ordinal }: Pick<RunDecision, 'ask' | 'ordinal'>,
): string {
  // Two fills may have one instant.
  const place = isBar ? String(ordinal) : `${sequence}.${ordinal}`;
  const parts = [strategyId, version, evidenceSince.toISOString(), symbol, end.toISOString()];
  return digest([...parts, ask.action, place].join('\n'));
}
