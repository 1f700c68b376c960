import type { TradeEvent } from '../../domain/trade/trade-event.ts';
import { eventCursor } from '../streams/event-cursor.ts';
import type { LogBatch } from '../streams/trade-log.ts';
import type { TradeEventBatch, TradeEventType } from './trade-event.types.ts';
import { tradeView } from './trade-view.ts';
import type { TradingMode } from '../../domain/book/mode.ts';

export function eventView(event: TradeEvent, now: Date): TradeEventType {
  const { sequence, type, occurredAt, message, trade, orders } = event;
  const cursor = eventCursor(trade.mode, sequence);
  const then = { ...tradeView(trade, now), ordersThen: orders };
  return { cursor, sequence, type, occurredAt, message, trade: then };
}

export function batchView(batch: LogBatch, mode: TradingMode, now: Date): TradeEventBatch {
  return {
    cursor: eventCursor(mode, batch.sequence),
    events: batch.events.map((event) => eventView(event, now)),
    trades: batch.trades.map(({ trade }) => tradeView(trade, now)),
  };
}
