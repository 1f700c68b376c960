import type { QueryBuilder } from 'objection';
import type { Account, Position } from '../../domain/book/account.ts';
import type { Alert } from '../../domain/book/alert.ts';
import type { AuditEntry } from '../../domain/book/audit-entry.ts';
import type { CashMove } from '../../domain/book/cash-move.ts';
import type { CurveSpan, PriceTick } from '../../domain/book/equity-curve.ts';
import type { RealisedPart } from '../../domain/book/realised-part.ts';
import type { SnapshotCompleteness } from '../../domain/book/completeness.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { Snapshot, SnapshotKind } from '../../domain/market/mark.ts';
import type { FillSeen } from '../../domain/statistics/fill-quality.ts';
import type { TradeEvent } from '../../domain/trade/trade-event.ts';
import type { TradePhase } from '../../domain/trade/trade-status.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import type {
  BookReader,
  IdempotencyRecord,
  Page,
  PageRequest,
  TradeFilter,
  TradeOrder,
} from '../../ports/book.ts';
import { AccountRow, accountFromRow } from './account-row.ts';
import { among } from './chunks.ts';
import { readCompleteness } from './completeness-ledger.ts';
import { auditEntryFromRow } from './audit-row.ts';
import { cashMoves, priceTicks } from './book-history.ts';
import { isPostgres } from './dialect.ts';
import { EventRow, tradeEventFromRow } from './event-row.ts';
import { fillsSeen } from './fills-seen.ts';
import { firstStops } from './first-stops.ts';
import { idempotencyRecord } from './idempotency-row.ts';
import { pricesBefore } from './prices-before.ts';
import { EVENTS, LOG, SNAPSHOTS, TRADES } from './keysets.ts';
import { aggregatesOf, tradesOf } from './load-trades.ts';
import { heldPositions } from './position-ledger.ts';
import { realisedParts } from './read-realised.ts';
import { ordersAtVenue } from './orders-at-venue.ts';
import { newestFirst } from './paging.ts';
import { readAlerts, readAlertsById } from './read-alerts.ts';
import { SnapshotRow, snapshotAt, snapshotFromRow } from './snapshot-row.ts';
import { applyFilter } from './trade-filter.ts';
import { TradeRow, tradeFromRow } from './trade-row.ts';
import { SqlVenueReader } from './venue-reader.ts';

export class UnknownAccount extends Error {
  override readonly name = 'UnknownAccount';
}

/** Every query starts from the user: see `mine`. @throws {UnknownAccount} from `account`. */
export class SqlBookReader extends SqlVenueReader implements BookReader {
  async account(): Promise<Account> {
    const row = await AccountRow.query(this.db).findById(this.username);
    if (!row) throw new UnknownAccount(`No account is open for ${this.username}.`);
    return accountFromRow(row);
  }

  async trade(id: string): Promise<TradeAggregate | null> {
    return (await this.tradesById([id]))[0] ?? null;
  }

  async tradesById(ids: readonly string[]): Promise<readonly TradeAggregate[]> {
    return aggregatesOf(this.db, await this.mine().where(among(this.db, 'id', ids)));
  }

  async activeTrades(): Promise<readonly TradeAggregate[]> {
    return this.whole(active(this.mine()));
  }

  async tradesAtVenue(endedSince?: Date): Promise<readonly TradeAggregate[]> {
    const working = ordersAtVenue(this.db, endedSince)
      .where('username', this.username)
      .select('trade_id');
    return this.whole(this.mine().where((any) => void active(any).orWhereIn('id', working)));
  }

  async awaitingDelivery(): Promise<readonly TradeAggregate[]> {
    const { username } = this;
    const awaited = this.db('settlements').where({ username, delivery: 'AWAITED' });
    return this.whole(this.mine().whereIn('id', awaited.select('trade_id')));
  }

  async trades(
    phase: TradePhase | null,
    filter: TradeFilter,
    page: PageRequest,
    order: TradeOrder = 'PLACED',
  ): Promise<Page<Trade>> {
    const query = this.mine().withGraphFetched('settlement');
    if (phase !== null) void query.where('phase', phase);
    applyFilter(query, filter, isPostgres(this.db));
    if (order === 'CLOSED') void query.whereNotNull('closed_at');
    return newestFirst(query, TRADES[order], page, tradeFromRow);
  }

  async closedTrades(filter: TradeFilter): Promise<readonly Trade[]> {
    return tradesOf(this.db, await this.closed(filter).orderBy(['closed_at', 'id']));
  }

  async realisedParts(filter: TradeFilter): Promise<readonly RealisedPart[]> {
    const trades = this.mine().select('trades.id');
    applyFilter(trades, filter, isPostgres(this.db));
    return realisedParts(this.db, this.username, { trades: trades.toKnexQuery() });
  }

  async realisedOn(date: string): Promise<readonly RealisedPart[]> {
    return realisedParts(this.db, this.username, { date });
  }

  async fillsSeen(filter: TradeFilter): Promise<readonly FillSeen[]> {
    const ids = this.closed(filter).select('trades.id').toKnexQuery();
    return fillsSeen(this.db, this.username, ids);
  }

  fillsSeenOf(tradeId: string): Promise<readonly FillSeen[]> {
    const ids = this.mine().where('trades.id', tradeId).select('trades.id').toKnexQuery();
    return fillsSeen(this.db, this.username, ids);
  }

  async placedSince(since: Date): Promise<number> {
    return this.mine()
      .where('placed_at', '>=', since.getTime())
      .whereNot('status', 'REJECTED')
      .whereNull('delivered_from')
      .resultSize();
  }

  async positions(): Promise<readonly Position[]> {
    return heldPositions(this.db, this.username, this.mode);
  }

  async pricesBefore(tradeIds: readonly string[], at: Date): Promise<ReadonlyMap<string, Decimal>> {
    return pricesBefore(this.db, this.username, tradeIds, at);
  }

  async firstStops(tradeIds: readonly string[]): Promise<ReadonlyMap<string, Decimal>> {
    return firstStops(this.db, this.username, tradeIds);
  }

  async snapshots(
    tradeId: string,
    kind: SnapshotKind | null,
    page: PageRequest,
  ): Promise<Page<Snapshot>> {
    const query = SnapshotRow.query(this.db).where({ username: this.username, trade_id: tradeId });
    if (kind !== null) void query.where('kind', kind);
    return newestFirst(query, SNAPSHOTS, page, snapshotFromRow);
  }

  async eventsOf(tradeId: string, page: PageRequest): Promise<Page<TradeEvent>> {
    const query = this.tradeEvents().where('trade_id', tradeId);
    return newestFirst(query, EVENTS, page, tradeEventFromRow);
  }

  async eventsAfter(sequence: number, limit: number): Promise<readonly TradeEvent[]> {
    const rows = await this.tradeEvents()
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(limit);
    return rows.map(tradeEventFromRow);
  }

  async eventAt(tradeId: string, at: Date): Promise<TradeEvent | null> {
    const row = await this.tradeEvents()
      .where('trade_id', tradeId)
      .where('occurred_at', '<=', at.getTime())
      .orderBy('sequence', 'desc')
      .first();
    return row ? tradeEventFromRow(row) : null;
  }

  async lastEvent(tradeId: string, type: TradeEvent['type']): Promise<TradeEvent | null> {
    const ofKind = this.tradeEvents().where({ trade_id: tradeId, type });
    const row = await ofKind.orderBy('sequence', 'desc').first();
    return row ? tradeEventFromRow(row) : null;
  }

  async snapshotAt(tradeId: string, at: Date): Promise<Snapshot | null> {
    return snapshotAt(this.db, this.username, tradeId, at);
  }

  async cashMoves(): Promise<readonly CashMove[]> {
    return cashMoves(this.db, this.username);
  }

  async priceTicks(span: CurveSpan): Promise<readonly PriceTick[]> {
    return priceTicks(this.db, this.username, span);
  }

  async log(page: PageRequest): Promise<Page<AuditEntry>> {
    const query = EventRow.query(this.db).where('username', this.username);
    return newestFirst(query, LOG, page, auditEntryFromRow);
  }

  async alerts(unreadOnly: boolean, page: PageRequest): Promise<Page<Alert>> {
    return readAlerts(this.db, { username: this.username, mode: this.mode }, unreadOnly, page);
  }

  async alertsById(ids: readonly string[]): Promise<readonly Alert[]> {
    return readAlertsById(this.db, { username: this.username, mode: this.mode }, ids);
  }

  async idempotencyRecord(key: string): Promise<IdempotencyRecord | null> {
    return idempotencyRecord(this.db, this.username, key);
  }

  async completeness(date: string): Promise<SnapshotCompleteness> {
    return readCompleteness(this.db, this.username, date);
  }

  private mine(): QueryBuilder<TradeRow, TradeRow[]> {
    return TradeRow.query(this.db).where('username', this.username);
  }

  private async whole(
    query: QueryBuilder<TradeRow, TradeRow[]>,
  ): Promise<readonly TradeAggregate[]> {
    return aggregatesOf(this.db, await query.orderBy(['placed_at', 'id']));
  }

  private closed(filter: TradeFilter): QueryBuilder<TradeRow, TradeRow[]> {
    const query = this.mine().where('phase', 'CLOSED').whereNotNull('net_sign');
    applyFilter(query, filter, isPostgres(this.db));
    return query;
  }

  private tradeEvents(): QueryBuilder<EventRow, EventRow[]> {
    return EventRow.query(this.db).where({ username: this.username, kind: 'TRADE' });
  }
}

const active = (query: QueryBuilder<TradeRow, TradeRow[]>) =>
  query.whereIn('phase', ['PENDING', 'OPEN']);
