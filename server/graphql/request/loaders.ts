import DataLoader from 'dataloader';
import type { TradingMode } from '../../domain/mode.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { SnapshotKind, Snapshot } from '../../domain/market/mark.ts';
import type { Order } from '../../domain/order/order.ts';
import type { FillSeen } from '../../domain/statistics/fill-seen.ts';
import type { BlindCause } from '../../domain/exits/watch-blind.ts';
import type { WatchState } from '../../domain/exits/protection-detail.ts';
import type { TradeEvent, TradeEventType } from '../../domain/trade/trade-event.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import type { Page, PageRequest } from '../../ports/book-page.ts';
import type { BookReader } from '../../ports/book.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { shutAccounts } from './shut-accounts.ts';
import type { Books } from '../books/books.ts';
import { orderLoader, type TradeShown } from './order-loader.ts';
import { aggregatesOf, blindOf, firstStopsOf, watchOf } from './reads-of-many.ts';
import { runLoaders, type RunLoaders } from './run-loaders.ts';
import type { JobReports } from '../../ports/job.ts';

/** Reads made once per request, however many trades ask for them. */
export interface Loaders extends RunLoaders {
  /** All orders of a trade, in their state at the version shown. */
  ordersOf(trade: TradeShown): Promise<readonly Order[]>;
  /** The same; for a current trade, at least the orders that its rules still read. */
  countingOrdersOf(trade: TradeShown): Promise<readonly Order[]>;
  readonly firstStops: DataLoader<string, Decimal | null>;
  /** Trades with the orders that count, by trade id. */
  readonly aggregates: DataLoader<string, TradeAggregate | null>;
  trade(id: string): Promise<Trade | null>;
  snapshots(tradeId: string, kind: SnapshotKind | null, page: PageRequest): Promise<Page<Snapshot>>;
  events(tradeId: string, page: PageRequest): Promise<Page<TradeEvent>>;
  lastEvent(tradeId: string, type: TradeEventType): Promise<TradeEvent | null>;
  readonly watch: DataLoader<TradingMode, WatchState>;
  /** Why the desk can neither see nor act on a trade; null when it can. */
  readonly blind: DataLoader<string, BlindCause | null>;
  /** Accounts, in `describeAccount`, to which no stored token has access. */
  readonly shutAccounts: DataLoader<TradingMode, ReadonlySet<string>>;
  fillsSeen(tradeId: string): Promise<readonly FillSeen[]>;
}

export function createLoaders(
  books: Books,
  actor: Actor | null,
  reports: JobReports,
  runs: readonly StrategyRuns[],
): Loaders {
  const reader = (id: string): BookReader | null =>
    (actor && books.perhapsOwning(id)?.read(actor)) ?? null;
  const ordersOf = orderLoader(reader);
  const aggregates = new DataLoader((ids: readonly string[]) => aggregatesOf(ids, reader));
  return {
    ...runLoaders(runs, actor),
    firstStops: new DataLoader((ids) => firstStopsOf(ids, reader)),
    ordersOf,
    countingOrdersOf: async (shown) => {
      const found = shown.asOf === undefined ? await aggregates.load(shown.id) : null;
      return found?.trade.version === shown.version ? found.orders : ordersOf(shown);
    },
    aggregates,
    trade: async (id) => (await aggregates.load(id))?.trade ?? null,
    watch: new DataLoader((modes) =>
      Promise.all(modes.map((mode) => watchOf(mode, { books, actor, reports }))),
    ),
    blind: new DataLoader((ids) => blindOf(ids, reader)),
    shutAccounts: new DataLoader((modes) =>
      Promise.all(
        modes.map(async (mode) =>
          actor ? await shutAccounts(books.of(mode).read(actor)) : new Set<string>(),
        ),
      ),
    ),
    snapshots: async (id, kind, page) => (await reader(id)?.snapshots(id, kind, page)) ?? NOTHING,
    events: async (id, page) => (await reader(id)?.eventsOf(id, page)) ?? NOTHING,
    lastEvent: async (id, type) => (await reader(id)?.lastEvent(id, type)) ?? null,
    fillsSeen: async (id) => (await reader(id)?.fillsSeenOf(id)) ?? [],
  };
}

/** Keeps trades that were read with something else, to save another read. */
export function primeTrades(loaders: Loaders, aggregates: readonly TradeAggregate[]): void {
  for (const each of aggregates) loaders.aggregates.prime(each.trade.id, each);
}

const NOTHING = { items: [], hasNextPage: false, totalCount: 0 };
