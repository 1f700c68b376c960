import type { AuditEntry } from '../../../domain/book/audit-entry.ts';
import type { TradeAggregate } from '../../../domain/trade/trade.ts';
import type { EventRow } from './event-row.ts';

/** A log line. A trade's event leaves out the full trade, which the trade's own events hold. */
export function auditEntryFromRow(row: EventRow): AuditEntry {
  const { sequence, type, actor, message, trade_id, payload, hash } = row;
  const parsed = JSON.parse(payload) as unknown;
  const recorded = row.kind === 'TRADE' ? standing(parsed as TradeAggregate) : parsed;
  const detail = { message, ...(typeof recorded === 'object' ? recorded : { told: recorded }) };
  const at = new Date(row.occurred_at);
  return { sequence, at, actor, action: type, tradeId: trade_id, detail, hash };
}

function standing({ trade }: TradeAggregate): object {
  const { symbol } = trade.instrument;
  const { version, status, phase } = trade;
  return { symbol, version, status, phase };
}
