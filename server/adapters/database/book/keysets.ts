import type { TradeOrder } from '../../../ports/book-page.ts';
import type { AlertRow } from './alert-row.ts';
import type { EventRow } from '../log/event-row.ts';
import type { Keyset } from '../sql/paging.ts';
import type { SnapshotRow } from '../marks/snapshot-row.ts';
import type { TradeRow } from '../trades/trade-row.ts';

export const TRADES: Readonly<Record<TradeOrder, Keyset<TradeRow>>> = {
  PLACED: {
    list: 'trades',
    columns: ['placed_at', 'id'],
    types: ['number', 'string'],
    keyOf: (row) => [row.placed_at, row.id],
  },
  CLOSED: {
    list: 'closed trades',
    columns: ['closed_at', 'id'],
    types: ['number', 'string'],
    keyOf: (row) => [row.closed_at ?? 0, row.id],
  },
};
export const ALERTS: Keyset<AlertRow> = {
  list: 'alerts',
  columns: ['raised_at', 'id'],
  types: ['number', 'string'],
  keyOf: (row) => [row.raised_at, row.id],
};
export const SNAPSHOTS: Keyset<SnapshotRow> = {
  list: 'snapshots',
  columns: ['taken_at', 'id'],
  types: ['number', 'string'],
  keyOf: (row) => [row.taken_at, row.id],
};
export const EVENTS: Keyset<EventRow> = {
  list: 'events',
  columns: ['sequence'],
  types: ['number'],
  keyOf: (row) => [row.sequence],
};
export const LOG: Keyset<EventRow> = { ...EVENTS, list: 'log' };
