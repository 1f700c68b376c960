import type { TradingMode } from '../../domain/book/mode.ts';
import { badInput } from '../../domain/refusal.ts';

/** Opaque place in a user's log of one book. */
export function eventCursor(mode: TradingMode, sequence: number): string {
  return Buffer.from(`${mode}:${sequence}`).toString('base64url');
}

/**
 * The sequence that a cursor stands for. A cursor beyond the log's end is from a log that is gone,
 * e.g. before a restore. @throws {Refusal} BAD_USER_INPUT for `after`.
 */
export function sequenceOf(cursor: string, mode: TradingMode, end: number): number {
  const [, book, digits] = /^([A-Z]+):(\d{1,15})$/.exec(decoded(cursor)) ?? [];
  const sequence = Number(digits);
  const ours = book === mode && eventCursor(mode, sequence) === cursor;
  if (ours && sequence <= end) return sequence;
  throw badInput('after', 'after is no cursor of this log');
}

function decoded(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('latin1');
}
