import type { TradingMode } from '../domain/mode.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventFeed } from '../ports/event-feed.ts';
import type { MarketReader, TradingSystem } from '../ports/trading-system.ts';
import { AccountResolver, type AccountDeps } from './account/account.resolver.ts';
import { ApiTokensResolver, type ApiTokenDeps } from './account/api-tokens.resolver.ts';
import { AlertsResolver } from './alerts/alerts.resolver.ts';
import { AccountUseResolver } from './book/account-use.resolver.ts';
import { BookResolver } from './book/book.resolver.ts';
import { DailyPnlResolver } from './book/daily-pnl.resolver.ts';
import { FillComparisonResolver } from './book/fill-comparison.resolver.ts';
import { FillQualityResolver } from './book/fill-quality.resolver.ts';
import { HistoryResolver } from './book/history.resolver.ts';
import { Books } from './books/books.ts';
import { actorOfUser, type RequestContext, type SessionCookie } from './request/context.ts';
import { JobsResolver } from './jobs/jobs.resolver.ts';
import { type JobReports } from '../ports/job.ts';
import { createLoaders } from './request/loaders.ts';
import { MarketResolver } from './market/market.resolver.ts';
import type { Principal } from './books/principal.ts';
import { SettingsResolver, type SettingsDeps } from './settings/settings.resolver.ts';
import { StatusResolver } from './status/status.resolver.ts';
import { Streams } from './streams/streams.ts';
import { DoubtResolver } from './trade/doubt.resolver.ts';
import { ProtectionResolver } from './trade/protection.resolver.ts';
import { ReconciliationResolver } from './book/reconciliation.resolver.ts';
import { ReviewResolver } from './trade/review.resolver.ts';
import { TradeCareResolver } from './trade/trade-care.resolver.ts';
import { TradeLogResolver } from './trade/trade-log.resolver.ts';
import { TradePartsResolver } from './trade/trade-parts.resolver.ts';
import { TradesResolver } from './trade/trades.resolver.ts';
import { TradingResolver } from './trade/trading.resolver.ts';
import { VenueChangeResolver } from './trade/venue-change.resolver.ts';

/** All that the API serves. */
export interface DeskDeps {
  /** REAL is null where this server keeps no real book. */
  readonly systems: Readonly<Record<TradingMode, TradingSystem | null>>;
  readonly market: MarketReader;
  readonly accounts: AccountDeps & ApiTokenDeps;
  readonly settings: SettingsDeps;
  readonly jobs: JobReports;
  readonly feed: EventFeed;
  readonly clock: Clock;
}

/** Where an operation comes from. */
export interface CallerInfo {
  readonly principal: Principal | null;
  readonly address: string;
  readonly device: string | null;
  readonly cookie: SessionCookie | null;
}

/** The resolvers over the desk, and what each operation is given. */
export class DeskApi {
  readonly resolvers: readonly object[];
  readonly #books: Books;
  readonly #jobs: JobReports;
  readonly #streams: Streams;

  constructor(deps: DeskDeps) {
    const { accounts, settings, jobs, market, clock } = deps;
    const books = new Books(deps.systems);
    this.#books = books;
    this.#jobs = jobs;
    this.#streams = new Streams(books, deps.feed, market, clock);
    this.resolvers = [
      new AccountResolver(accounts),
      new AccountUseResolver(books),
      new AlertsResolver(books, clock),
      new ApiTokensResolver(accounts),
      new BookResolver(books, clock),
      new DailyPnlResolver(books),
      new DoubtResolver(),
      new FillComparisonResolver(),
      new FillQualityResolver(books),
      new HistoryResolver(books),
      new JobsResolver(jobs),
      new MarketResolver(market, clock),
      new SettingsResolver(settings),
      new StatusResolver(books),
      new ProtectionResolver(),
      new ReconciliationResolver(books),
      new ReviewResolver(),
      new TradeCareResolver(books, clock),
      new TradeLogResolver(clock),
      new TradePartsResolver(clock),
      new TradesResolver(books, clock),
      new TradingResolver(books, clock),
      new VenueChangeResolver(books, clock),
    ];
  }

  context(caller: CallerInfo): RequestContext {
    const actor = caller.principal && actorOfUser(caller.principal.user);
    const newLoaders = () => createLoaders(this.#books, actor, this.#jobs);
    return { ...caller, newLoaders, loaders: newLoaders(), streams: this.#streams };
  }
}
