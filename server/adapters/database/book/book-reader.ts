import type { CalendarDate, TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { QueryBuilder } from 'objection';
import type { Account, Position } from '../../../domain/account/account.ts';
import type { Alert } from '../../../domain/account/alert.ts';
import type { RealisedPart } from '../../../domain/statistics/realised-part.ts';
import type { SnapshotCompleteness } from '../../../domain/book/completeness.ts';
import type { Decimal } from '../../../domain/decimal.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import type { FillSeen } from '../../../domain/statistics/fill-seen.ts';
import { isDesksStop, isUnprotected } from '../../../domain/trade/standing-exits.ts';
import type { TradePhase } from '../../../domain/trade/trade-status.ts';
import type { Trade, TradeAggregate } from '../../../domain/trade/trade.ts';
import type { Page, PageRequest, TradeFilter, TradeOrder } from '../../../ports/book-page.ts';
import type { BookReader } from '../../../ports/book.ts';
import type { IdempotencyRecord, TradeFill, TradeVersion } from '../../../ports/book-records.ts';
import type { OpenFigures } from '../../../ports/narrow-reads.ts';
import type { TripMoment, TripRecord } from '../../../ports/trip-evidence.ts';
import { storedAccount } from './account-row.ts';
import { among } from '../sql/chunks.ts';
import { readCompleteness } from '../marks/completeness-ledger.ts';
import { isPostgres } from '../sql/dialect.ts';
import { fillsSeen } from '../marks/fills-seen.ts';
import { fillsSince } from '../trades/fills-since.ts';
import { firstStops } from '../trades/first-stops.ts';
import { SqlSafetyReader } from './safety-reader.ts';
import { idempotencyRecord } from './idempotency-row.ts';
import { tripRecords } from './trip-evidence.ts';
import { pricesBefore } from '../marks/prices-before.ts';
import { TRADES } from './keysets.ts';
import { allOrdersOf } from '../trades/load-orders.ts';
import { aggregatesOf, knownOrRead, readUnknown, tradesOf } from '../trades/load-trades.ts';
import { heldPositions } from './position-ledger.ts';
import { realisedOn } from './read-realised.ts';
import { ordersAt } from '../log/orders-at-version.ts';
import { countUnknownOrders, oldestMark, stateOf, type FiguresMemory } from './open-figures.ts';
import { UNGUARDED } from '../trades/narrow-reads.ts';
import { hasPastOrders } from '../trades/orders-tagged.ts';
import { ACTIVE, idsAtVenue } from '../trades/orders-at-venue.ts';
import { GLIMPSE, type KnownTrades } from '../trades/trade-memory.ts';
import { newestFirst } from '../sql/paging.ts';
import { readAlerts, readAlertsById } from './read-alerts.ts';
import { applyFilter } from '../trades/trade-filter.ts';
import { plainRows, TradeRow, tradeFromRow } from '../trades/trade-row.ts';

/** What a book's readers know from earlier reads. */
export interface BookMemory {
  readonly trades: KnownTrades;
  readonly figures: FiguresMemory;
}

/** Every query is restricted to the user: see `mine`. @throws {UnknownAccount} from `account`. */
export class SqlBookReader extends SqlSafetyReader implements BookReader {
  constructor(
    db: Knex,
    mode: TradingMode,
    username: Username,
    private readonly memory: BookMemory,
  ) {
    super(db, mode, username);
  }

  account(): Promise<Account> {
    return storedAccount(this.db, this.username);
  }

  async trade(id: string, tags: readonly string[] = []): Promise<TradeAggregate | null> {
    if (tags.length === 0) return this.#known(this.db, id);
    return this.atOnce(async (db) => {
      const known = await this.#known(db, id);
      if (!known || !(await hasPastOrders(db, known.trade, tags))) return known;
      const [found] = await aggregatesOf(db, await plainRows(this.#mine(db).where({ id })), tags);
      return found ?? null;
    });
  }

  async tradesById(ids: readonly string[]): Promise<readonly TradeAggregate[]> {
    return this.#whole((mine) => mine.where(among(this.db, 'id', ids)));
  }

  allOrdersOf(tradeIds: readonly TradeId[]): Promise<ReadonlyMap<string, readonly Order[]>> {
    return this.atOnce((db) => allOrdersOf(db, this.username, tradeIds));
  }

  ordersAt(trades: readonly TradeVersion[]): Promise<readonly (readonly Order[])[]> {
    return this.atOnce((db) => ordersAt(db, this.username, trades));
  }

  fillsSince(from: Date): Promise<readonly TradeFill[]> {
    return fillsSince(this.db, this.username, from);
  }

  async activeTrades(): Promise<readonly TradeAggregate[]> {
    return this.#whole((mine) => mine.whereIn('phase', ACTIVE));
  }

  unguardedTrades(): Promise<readonly TradeAggregate[]> {
    return this.#whole((mine) => mine.whereRaw(UNGUARDED));
  }

  async openFigures(date: CalendarDate): Promise<OpenFigures> {
    const { username, memory, db } = this;
    const { account, state } = await stateOf(db, username, date);
    const kept = memory.figures.get(username);
    if (kept?.state === state) return { account, ...memory.figures.set(username, kept).figures };
    return this.atOnce(async (moment) => {
      const reader = new SqlBookReader(moment, this.mode, username, memory);
      const now = await stateOf(moment, username, date);
      const unguarded = await reader.unguardedTrades();
      const bare = (each: TradeAggregate) => isUnprotected(each) || isDesksStop(each);
      const figures = {
        unknownOrders: await countUnknownOrders(moment, username),
        oldestMark: await oldestMark(moment, username),
        unprotectedTrades: unguarded.filter(isUnprotected).length,
        unprotectedHalted: unguarded.filter(bare).length,
        completeness: await reader.completeness(date),
      };
      memory.figures.set(username, { state: now.state, figures });
      return { account: now.account, ...figures };
    });
  }

  async tradesAtVenue(endedSince?: Date): Promise<readonly TradeAggregate[]> {
    const { db, username } = this;
    return this.#whole((mine) => mine.whereIn('id', idsAtVenue(db, [username], endedSince)));
  }

  async awaitingDelivery(): Promise<readonly TradeAggregate[]> {
    const { username } = this;
    const awaited = this.db('settlements')
      .where({ username, delivery: 'AWAITED' })
      .select('trade_id');
    return this.#whole((mine) => mine.whereIn('id', awaited));
  }

  async trades(
    phase: TradePhase | null,
    filter: TradeFilter,
    page: PageRequest,
    order: TradeOrder = 'PLACED',
  ): Promise<Page<Trade>> {
    return this.atOnce(async (db) => {
      const query = this.#mine(db);
      if (phase !== null) void query.where('phase', phase);
      applyFilter(query, filter, isPostgres(db));
      if (order === 'CLOSED') void query.whereNotNull('closed_at');
      if (phase === null || phase === 'CLOSED')
        return newestFirst(query.withGraphFetched('settlement'), TRADES[order], page, tradeFromRow);
      void query.select([...GLIMPSE, 'placed_at', 'closed_at']);
      const found = await newestFirst(query, TRADES[order], page, (row) => row);
      const rows = found.items.map(({ item }) => item);
      const trades = await readUnknown(db, this.memory.trades, rows);
      const items = found.items.map(({ cursor }, at) => ({ cursor, item: trades[at]!.trade }));
      return { ...found, items };
    });
  }

  async closedTrades(filter: TradeFilter): Promise<readonly Trade[]> {
    return this.atOnce(async (db) => {
      const query = this.#closed(db, filter).orderBy(['closed_at', 'id']);
      return tradesOf(db, await plainRows(query));
    });
  }

  async realisedOn(date: string): Promise<readonly RealisedPart[]> {
    return realisedOn(this.db, this.username, date);
  }

  fillsSeenOf(tradeId: TradeId): Promise<readonly FillSeen[]> {
    return this.atOnce((db) => fillsSeen(db, this.username, [tradeId]));
  }

  async placedSince(since: Date): Promise<number> {
    return this.#mine()
      .where('placed_at', '>=', since.getTime())
      .whereNot('status', 'REJECTED')
      .whereNull('delivered_from')
      .whereNull('adopted_at')
      .resultSize();
  }

  async positions(): Promise<readonly Position[]> {
    return this.atOnce((db) => heldPositions(db, this.username, this.mode));
  }

  async pricesBefore(
    tradeIds: readonly TradeId[],
    at: Date,
  ): Promise<ReadonlyMap<string, Decimal>> {
    return pricesBefore(this.db, this.username, tradeIds, at);
  }

  async firstStops(tradeIds: readonly TradeId[]): Promise<ReadonlyMap<string, Decimal>> {
    return firstStops(this.db, this.username, tradeIds);
  }

  async alerts(unreadOnly: boolean, page: PageRequest): Promise<Page<Alert>> {
    const { username, mode } = this;
    return this.atOnce((db) => readAlerts(db, { username, mode }, unreadOnly, page));
  }

  async alertsById(ids: readonly string[]): Promise<readonly Alert[]> {
    return readAlertsById(this.db, { username: this.username, mode: this.mode }, ids);
  }

  async idempotencyRecord(key: string): Promise<IdempotencyRecord | null> {
    return idempotencyRecord(this.db, this.username, key);
  }

  async completeness(date: string): Promise<SnapshotCompleteness> {
    return this.atOnce((db) => readCompleteness(db, this.username, date));
  }

  async tripRecord(moment: TripMoment): Promise<TripRecord> {
    const { username } = this;
    const records = await this.atOnce((db) => tripRecords(db, moment, username));
    return records.get(username)!;
  }

  #mine(db: Knex = this.db): QueryBuilder<TradeRow, TradeRow[]> {
    return TradeRow.query(db).where('username', this.username);
  }

  async #known(db: Knex, id: string): Promise<TradeAggregate | null> {
    const [found] = await this.#whole((mine) => mine.where({ id }), db);
    return found ?? null;
  }

  /** The chosen trades of the user, oldest first. */
  #whole(
    which: (mine: Knex.QueryBuilder) => Knex.QueryBuilder,
    db = this.db,
  ): Promise<readonly TradeAggregate[]> {
    const { memory, username } = this;
    return knownOrRead(db, memory.trades, (moment) => which(moment('trades').where({ username })));
  }

  #closed(db: Knex, filter: TradeFilter): QueryBuilder<TradeRow, TradeRow[]> {
    const query = this.#mine(db).where('phase', 'CLOSED').whereNotNull('net_sign');
    applyFilter(query, filter, isPostgres(db));
    return query;
  }
}
