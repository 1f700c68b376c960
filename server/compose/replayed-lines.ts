import type { TradingMode } from '../domain/mode.ts';
import type { NumberedLine } from '../ports/replay-record.ts';

/** Two runs of the same past are compared by these: all of a line but its hash in the chain, in a fixed order. */
export function columnsOf(mode: TradingMode, line: NumberedLine): readonly unknown[] {
  const { sequence, kind, type, occurredAt, actor, message, tradeId, payload } = line;
  return [mode, sequence, kind, type, occurredAt.getTime(), actor, message, tradeId, payload];
}

/** One line of text, whatever a person has written into it. */
export function told(mode: TradingMode, line: NumberedLine): string {
  const { sequence, occurredAt, type, tradeId, message } = line;
  const words = message.replaceAll(/\p{Cc}+/gu, ' ');
  return `${mode} ${sequence} ${occurredAt.toISOString()} ${type} ${tradeId ?? '-'} ${words}`;
}
