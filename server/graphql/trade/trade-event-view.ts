import type { TradeEvent } from '../../domain/trade/trade-event.ts';
import { eventCursor } from '../streams/event-cursor.ts';
import type { LogBatch } from '../streams/log-page.ts';
import type { TradeEventBatch, TradeEventType } from './trade-event.types.ts';
import { tradeView } from './trade-view.ts';
import type { TradingMode } from '../../domain/mode.ts';

export function eventView(event: TradeEvent, now: Date): TradeEventType {
  const { sequence, type, occurredAt, message, trade } = event;
  const cursor = eventCursor(trade.mode, event);
  const then = { ...tradeView(trade, now), asOf: sequence };
  return { cursor, sequence, type, occurredAt, message, trade: then };
}

export function batchView(batch: LogBatch, mode: TradingMode, now: Date): TradeEventBatch {
  const events = batch.events.map((event) => eventView(event, now));
  const trades = batch.trades.map(({ trade }) => tradeView(trade, now));
  const withEvents = new Set(events.map(({ trade }) => trade.id));
  return {
    cursor: eventCursor(mode, batch),
    events,
    trades,
    changed: trades.filter(({ id }) => withEvents.has(id)),
    marked: trades.filter(({ id }) => !withEvents.has(id)),
  };
}
