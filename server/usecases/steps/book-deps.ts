import type { OnUnlistedMove } from '../../domain/trade/trade-draft.ts';
import type { Mint } from '../../domain/ids.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { Book } from '../../ports/book.ts';
import type { Brokers } from '../../ports/broker.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PassFaultPoint } from '../../ports/fault-points.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { NamedAccounts } from '../../ports/named-accounts.ts';
import type { Mandates } from '../../ports/mandates.ts';
import type { MarketDataSources } from '../../ports/market-data.ts';
import type { PaperTwins } from '../../ports/paper-twins.ts';
import type { RealMoney } from '../../ports/real-money.ts';
import type { TokenMarkets } from '../../ports/token-trading.ts';
import type { Timers } from '../../ports/timers.ts';
import type { SettingsStore } from '../../ports/desk.ts';
import type { LogGate } from '../../ports/log-checks.ts';
import type { OpeningGate } from './opening-gate.ts';
import type { VenueClock } from '../../ports/venue-clock.ts';
import type { Turns } from '../../ports/turns.ts';
import type { Wallets } from '../../ports/wallets.ts';

/** The outside world of one mode. The composition decides the mode, never a switch. */
export interface BookDeps<M extends TradingMode = TradingMode> {
  readonly book: Book<M>;
  readonly brokers: Brokers;
  readonly sources: MarketDataSources;
  readonly tokens: TokenMarkets;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  /** False when this mode may not trade (REAL while it is off). */
  readonly mayTrade: boolean;
  /** The halt for all users, by file in DATA_DIR. */
  readonly deskHalt: () => 'OFF' | 'HALT_ENTRIES' | 'HALT_ALL';
  /** What happens on a change of status that no trade may make; undefined: it throws. */
  readonly onUnlistedMove?: OnUnlistedMove | undefined;
  readonly passFaultPoint?: PassFaultPoint | undefined;
  /** How accounts get their turns, several at a time; undefined: each in turn. */
  readonly turns?: Turns | undefined;
  /** The clock of the book’s venue; undefined: the desk’s own clock is believed. */
  readonly venueClock?: VenueClock | undefined;
  /** Names the machine that this server runs on, for what is true of it alone; undefined: there is one. */
  readonly server?: string | undefined;
  /** Holds back an account until it was read since the start; undefined: nothing is held back. */
  readonly gate?: OpeningGate | undefined;
  /** What entries and changes of real money need in addition; undefined: nothing, as in PAPER. */
  readonly realMoney?: RealMoney | undefined;
  /** Mints that REAL may enter although an authority may mint or freeze them; undefined: `ALLOWED_MINTS` alone. */
  readonly allowedMints?: ReadonlySet<Mint> | undefined;
  /** Places the twins of this book's trades; undefined: there are none, as in PAPER. */
  readonly paperTwins?: PaperTwins | undefined;
  /** Accounts of real money that settings name; undefined: there are none, as in PAPER. */
  readonly named?: NamedAccounts | undefined;
  /** Wallets that hold real money; undefined: there are none, as in PAPER. */
  readonly wallets?: Wallets | undefined;
  /** The mandates that bound API tokens; undefined: no API token gets anything done. */
  readonly mandates?: Mandates | undefined;
  /** Holds back entries until the user’s log was read since the start; `BookDesk` sets it in REAL. */
  readonly logs?: LogGate | undefined;
}
