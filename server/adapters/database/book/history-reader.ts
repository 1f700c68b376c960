import type { TradeId } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { QueryBuilder } from 'objection';
import type { AuditEntry } from '../../../domain/book/audit-entry.ts';
import type { CashMove } from '../../../domain/book/cash-move.ts';
import type { Snapshot, SnapshotKind } from '../../../domain/market/mark.ts';
import type { TradeResult } from '../../../domain/risk/loss-streak.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { TradeEvent } from '../../../domain/trade/trade-event.ts';
import type { Page, PageRequest } from '../../../ports/book-page.ts';
import { auditEntryFromRow } from '../log/audit-row.ts';
import { cashMoves } from './book-history.ts';
import { EventRow, GENESIS, tradeEventFromRow } from '../log/event-row.ts';
import { EVENTS, LOG, SNAPSHOTS } from './keysets.ts';
import { ordersAsOf } from '../log/orders-as-of.ts';
import { newestFirst } from '../sql/paging.ts';
import { SnapshotRow, snapshotAt, snapshotFromRow } from '../marks/snapshot-row.ts';
import { SqlVenueReader } from './venue-reader.ts';

/** Reads the history of one user's book from its log and snapshots. */
export class SqlHistoryReader extends SqlVenueReader {
  eventsOf(tradeId: TradeId, page: PageRequest): Promise<Page<TradeEvent>> {
    return this.atOnce((db) => {
      const events = this.#tradeEvents(db).where('trade_id', tradeId);
      return newestFirst(events, EVENTS, page, tradeEventFromRow);
    });
  }

  async eventsAfter(sequence: number, limit: number): Promise<readonly TradeEvent[]> {
    const rows = await this.#tradeEvents()
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(limit);
    return rows.map(tradeEventFromRow);
  }

  eventAt(tradeId: TradeId, at: Date): Promise<TradeEvent | null> {
    const until = this.#tradeEvents().where('occurred_at', '<=', at.getTime());
    return newest(until.where('trade_id', tradeId));
  }

  lastEvent(tradeId: TradeId, type: TradeEvent['type']): Promise<TradeEvent | null> {
    return newest(this.#tradeEvents().where({ trade_id: tradeId, type }));
  }

  async lastResults(most: number): Promise<readonly TradeResult[]> {
    if (most === 0) return [];
    const rows = await this.db('trades')
      .where({ username: this.username })
      .whereNotNull('net_sign')
      .orderBy(['closed_at', 'id'].map((column) => ({ column, order: 'desc' })))
      .limit(most)
      .select<{ closed_at: number; net_sign: TradeResult['sign'] }[]>('closed_at', 'net_sign');
    return rows.map(({ closed_at, net_sign: sign }) => ({ closedAt: new Date(closed_at), sign }));
  }

  async hashAt(sequence: number): Promise<string | null> {
    if (sequence === 0) return GENESIS;
    const row = await EventRow.query(this.db).findById([this.username, sequence]).select('hash');
    return row?.hash ?? null;
  }

  ordersAsOf(
    tradeId: TradeId,
    sequences: readonly number[],
  ): Promise<ReadonlyMap<number, readonly Order[]>> {
    const { username } = this;
    return this.atOnce((knex) => ordersAsOf({ knex, username, tradeId }, sequences));
  }

  snapshots(
    tradeId: TradeId,
    kind: SnapshotKind | null,
    page: PageRequest,
  ): Promise<Page<Snapshot>> {
    const { username } = this;
    return this.atOnce((db) => {
      const query = SnapshotRow.query(db).where({ username, trade_id: tradeId });
      if (kind !== null) void query.where('kind', kind);
      return newestFirst(query, SNAPSHOTS, page, snapshotFromRow);
    });
  }

  snapshotAt(tradeId: TradeId, at: Date): Promise<Snapshot | null> {
    return snapshotAt(this.db, this.username, tradeId, at);
  }

  cashMoves(): Promise<readonly CashMove[]> {
    return cashMoves(this.db, this.username);
  }

  log(page: PageRequest): Promise<Page<AuditEntry>> {
    return this.atOnce((db) => {
      const query = EventRow.query(db).where('username', this.username);
      return newestFirst(query, LOG, page, auditEntryFromRow);
    });
  }

  #tradeEvents(db: Knex = this.db): QueryBuilder<EventRow, EventRow[]> {
    return EventRow.query(db).where({ username: this.username, kind: 'TRADE' });
  }
}

async function newest(events: QueryBuilder<EventRow, EventRow[]>): Promise<TradeEvent | null> {
  const row = await events.orderBy('sequence', 'desc').first();
  return row ? tradeEventFromRow(row) : null;
}
