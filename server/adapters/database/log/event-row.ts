import type { Username } from '../../../domain/ids.ts';
import { createHash } from 'node:crypto';
import { Model } from 'objection';
import { changedOrders } from '../../../domain/order/changed-orders.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { BookEvent, NewTradeEvent, TradeEvent } from '../../../domain/trade/trade-event.ts';
import type { TradeAggregate } from '../../../domain/trade/trade.ts';
import { canonicalJson } from '../sql/canonical-json.ts';
import { payloadOf, tradeOfPayload } from './event-payload.ts';

/** One line of a user's log. `payload`: see `event-payload.ts`, or a book event's further details. */
export interface EventColumns {
  readonly username: Username;
  readonly sequence: number;
  readonly kind: 'TRADE' | 'BOOK';
  readonly type: string;
  readonly occurred_at: number;
  readonly actor: string;
  readonly message: string;
  readonly trade_id: string | null;
  readonly payload: string;
  readonly hash: string;
}

export type NewEventColumns = Omit<EventColumns, 'username' | 'sequence' | 'hash'>;

export class EventRow extends Model {
  static override tableName = 'events';
  static override idColumn = ['username', 'sequence'];

  declare username: Username;
  declare sequence: number;
  declare kind: 'TRADE' | 'BOOK';
  declare type: string;
  declare occurred_at: number;
  declare actor: string;
  declare message: string;
  declare trade_id: string | null;
  declare payload: string;
  declare hash: string;
}

/** The hash before the first event. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the previous hash and every column of the line, so no line can be changed or moved unnoticed. */
export function eventHash(previous: string, event: Omit<EventColumns, 'hash'>): string {
  const { username, sequence, kind, type, occurred_at, actor, message, trade_id, payload } = event;
  const line = { username, sequence, kind, type, occurred_at, actor, message, trade_id, payload };
  return createHash('sha256').update(previous).update(canonicalJson(line)).digest('hex');
}

/** `changed`: the orders that the event changed. */
export function tradeEventToRow(event: NewTradeEvent, changed: readonly Order[]): NewEventColumns {
  return {
    kind: 'TRADE',
    type: event.type,
    occurred_at: event.occurredAt.getTime(),
    actor: storable(event.actor),
    message: storable(event.message),
    trade_id: event.trade.id,
    payload: payloadOf(event.trade, changed),
  };
}

/**
 * The lines that one decision adds. The last one also carries changes after its own event, so that the log
 * and the rows hold the same orders.
 */
export function linesOf(
  before: TradeAggregate | null,
  after: TradeAggregate,
  events: readonly NewTradeEvent[],
): readonly NewEventColumns[] {
  let known = before?.orders ?? [];
  return events.map((event) => {
    const orders = event === events.at(-1) ? after.orders : event.orders;
    const changed = changedOrders(known, orders);
    known = orders;
    return tradeEventToRow(event, changed);
  });
}

export function bookEventToRow(event: BookEvent): NewEventColumns {
  return {
    kind: 'BOOK',
    type: event.type,
    occurred_at: event.occurredAt.getTime(),
    actor: storable(event.actor),
    message: storable(event.message),
    trade_id: event.tradeId,
    payload: canonicalJson(event.detail),
  };
}

export function tradeEventFromRow(row: EventRow): TradeEvent {
  return {
    sequence: row.sequence,
    type: row.type as TradeEvent['type'],
    occurredAt: new Date(row.occurred_at),
    message: row.message,
    actor: row.actor,
    trade: tradeOfPayload(row.payload),
    hash: row.hash,
  };
}

/** Text that both databases return unchanged: without NUL and half surrogate pairs. Hashes depend on it. */
function storable(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\uFFFD')).toString();
}
