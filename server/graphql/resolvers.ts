import 'reflect-metadata';
import type { Clock } from '../ports/clock.ts';
import type { JobReports } from '../ports/job.ts';
import type { MarketReader } from '../ports/market-reader.ts';
import type { PriceReader } from '../ports/price-reader.ts';
import type { QuoteJudge } from '../ports/quote-judge.ts';
import type { Books } from './books/books.ts';
import { AccountResolver, type AccountDeps } from './account/account.resolver.ts';
import { ApiTokensResolver, type ApiTokenDeps } from './account/api-tokens.resolver.ts';
import { MandateUseResolver } from './account/mandate-use.resolver.ts';
import { AlertsResolver } from './alerts/alerts.resolver.ts';
import { AccountReportsResolver } from './book/account-reports.resolver.ts';
import { AccountUseResolver } from './book/account-use.resolver.ts';
import { BackupsResolver, type BackupsDeps } from './backups/backups.resolver.ts';
import { BookResolver } from './book/book.resolver.ts';
import { DailyPnlResolver } from './book/daily-pnl.resolver.ts';
import { FillComparisonResolver } from './book/fill-comparison.resolver.ts';
import { FillErrorsResolver } from './book/fill-errors.resolver.ts';
import { FillQualityResolver } from './book/fill-quality.resolver.ts';
import { HoldingsResolver } from './book/holdings.resolver.ts';
import { HistoryResolver } from './book/history.resolver.ts';
import { ReconciliationResolver } from './book/reconciliation.resolver.ts';
import { ForecastsResolver, type ForecastsApi } from './forecasts/forecasts.resolver.ts';
import { GlossaryResolver } from './glossary/glossary.resolver.ts';
import { JobsResolver } from './jobs/jobs.resolver.ts';
import { MarketResolver } from './market/market.resolver.ts';
import { PricesResolver } from './market/prices.resolver.ts';
import { FillCalibrationResolver } from './settings/fill-calibration.resolver.ts';
import { SettingsResolver, type SettingsDeps } from './settings/settings.resolver.ts';
import {
  BacktestPartsResolver,
  type BacktestPartsDeps,
} from './strategies/backtest-parts.resolver.ts';
import { BacktestsResolver, type BacktestsDeps } from './strategies/backtests.resolver.ts';
import { DataSetsResolver, type DataSetsDeps } from './strategies/data-sets.resolver.ts';
import { DriftResolver, type DriftReads } from './strategies/drift.resolver.ts';
import { PromotionResolver, type PromotionApi } from './strategies/promotion.resolver.ts';
import { RunPartsResolver } from './strategies/run-parts.resolver.ts';
import { RunsResolver, type RunsDeps } from './strategies/runs.resolver.ts';
import { StrategiesResolver, type StrategiesDeps } from './strategies/strategies.resolver.ts';
import { SweepPartsResolver, type SweepPartsDeps } from './strategies/sweep-parts.resolver.ts';
import { SweepsResolver, type SweepsDeps } from './strategies/sweeps.resolver.ts';
import { StatusResolver, type RunControl } from './status/status.resolver.ts';
import { DoubtResolver } from './trade/doubt.resolver.ts';
import { ProtectionResolver } from './trade/protection.resolver.ts';
import { ReviewResolver } from './trade/review.resolver.ts';
import { TradeCareResolver } from './trade/trade-care.resolver.ts';
import { TradeLogResolver } from './trade/trade-log.resolver.ts';
import { TradePartsResolver } from './trade/trade-parts.resolver.ts';
import { TradesResolver } from './trade/trades.resolver.ts';
import { TradingResolver } from './trade/trading.resolver.ts';
import { VenueChangeResolver } from './trade/venue-change.resolver.ts';

/** What the resolvers need. */
export interface ResolverDeps {
  readonly books: Books;
  readonly market: MarketReader;
  readonly prices: PriceReader;
  readonly quotes: QuoteJudge;
  readonly accounts: AccountDeps & ApiTokenDeps;
  readonly settings: SettingsDeps;
  readonly jobs: JobReports;
  readonly backups: BackupsDeps;
  readonly strategies: StrategiesDeps &
    BacktestsDeps &
    BacktestPartsDeps &
    DataSetsDeps &
    SweepsDeps &
    SweepPartsDeps & { readonly control: RunControl & RunsDeps };
  readonly drift: DriftReads;
  readonly promotion: PromotionApi;
  readonly forecasts: ForecastsApi;
  readonly clock: Clock;
}

interface Entry {
  readonly type: new (...deps: never[]) => object;
  readonly make: (deps: ResolverDeps) => object;
}

/** All resolvers, and how each is made. The schema is made from them, and they run the API. */
export const RESOLVERS: readonly [Entry, ...Entry[]] = [
  { type: AccountResolver, make: ({ accounts }) => new AccountResolver(accounts) },
  { type: AccountReportsResolver, make: ({ books }) => new AccountReportsResolver(books) },
  { type: AccountUseResolver, make: ({ books }) => new AccountUseResolver(books) },
  { type: AlertsResolver, make: ({ books, clock }) => new AlertsResolver(books, clock) },
  { type: ApiTokensResolver, make: ({ accounts }) => new ApiTokensResolver(accounts) },
  {
    type: MandateUseResolver,
    make: ({ books, accounts }) => new MandateUseResolver(books, accounts.clock),
  },
  { type: BackupsResolver, make: ({ backups }) => new BackupsResolver(backups) },
  {
    type: BacktestPartsResolver,
    make: ({ strategies }) => new BacktestPartsResolver(strategies),
  },
  { type: BacktestsResolver, make: ({ strategies }) => new BacktestsResolver(strategies) },
  { type: BookResolver, make: ({ books, clock }) => new BookResolver(books, clock) },
  { type: DailyPnlResolver, make: ({ books }) => new DailyPnlResolver(books) },
  { type: DataSetsResolver, make: ({ strategies }) => new DataSetsResolver(strategies) },
  { type: DoubtResolver, make: () => new DoubtResolver() },
  { type: DriftResolver, make: ({ books, drift }) => new DriftResolver(books, drift) },
  {
    type: FillComparisonResolver,
    make: ({ settings }) => new FillComparisonResolver(settings.calibrations),
  },
  {
    type: FillCalibrationResolver,
    make: ({ settings }) => new FillCalibrationResolver(settings.calibrations),
  },
  { type: FillErrorsResolver, make: ({ books }) => new FillErrorsResolver(books) },
  { type: FillQualityResolver, make: ({ books }) => new FillQualityResolver(books) },
  {
    type: ForecastsResolver,
    make: ({ forecasts }) => new ForecastsResolver(forecasts),
  },
  { type: GlossaryResolver, make: ({ books, clock }) => new GlossaryResolver(books, clock) },
  { type: HistoryResolver, make: ({ books }) => new HistoryResolver(books) },
  { type: HoldingsResolver, make: ({ books, clock }) => new HoldingsResolver(books, clock) },
  { type: JobsResolver, make: ({ jobs }) => new JobsResolver(jobs) },
  {
    type: MarketResolver,
    make: ({ books, market, clock }) => new MarketResolver(books, market, clock),
  },
  {
    type: PricesResolver,
    make: ({ prices, quotes, clock }) => new PricesResolver(prices, quotes, clock),
  },
  { type: PromotionResolver, make: ({ promotion }) => new PromotionResolver(promotion) },
  { type: SettingsResolver, make: ({ settings }) => new SettingsResolver(settings) },
  { type: RunsResolver, make: ({ strategies }) => new RunsResolver(strategies.control) },
  { type: RunPartsResolver, make: () => new RunPartsResolver() },
  { type: StrategiesResolver, make: ({ strategies }) => new StrategiesResolver(strategies) },
  { type: SweepsResolver, make: ({ strategies }) => new SweepsResolver(strategies) },
  { type: SweepPartsResolver, make: ({ strategies }) => new SweepPartsResolver(strategies) },
  {
    type: StatusResolver,
    make: ({ books, strategies }) => new StatusResolver(books, strategies.control),
  },
  { type: ProtectionResolver, make: ({ books }) => new ProtectionResolver(books) },
  { type: ReconciliationResolver, make: ({ books }) => new ReconciliationResolver(books) },
  { type: ReviewResolver, make: () => new ReviewResolver() },
  { type: TradeCareResolver, make: ({ books, clock }) => new TradeCareResolver(books, clock) },
  { type: TradeLogResolver, make: ({ clock }) => new TradeLogResolver(clock) },
  { type: TradePartsResolver, make: ({ clock }) => new TradePartsResolver(clock) },
  { type: TradesResolver, make: ({ books, clock }) => new TradesResolver(books, clock) },
  { type: TradingResolver, make: ({ books, clock }) => new TradingResolver(books, clock) },
  { type: VenueChangeResolver, make: ({ books, clock }) => new VenueChangeResolver(books, clock) },
];
