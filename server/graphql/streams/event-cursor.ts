import type { TradingMode } from '../../domain/mode.ts';
import { badInput } from '../../domain/refusal.ts';

/** A place in a user's log of one book: after which event, and that event's hash. */
export interface LogPlace {
  readonly sequence: number;
  readonly hash: string;
}

export interface Log {
  /** Of the last event. */
  readonly end: number;
  /** Null where there is no such event. */
  hashAt(sequence: number): Promise<string | null>;
}

/** Opaque to clients. */
export function eventCursor(mode: TradingMode, { sequence, hash }: LogPlace): string {
  return encoded(`${mode}:${sequence}:${hash}`);
}

/**
 * The place that a cursor stands for. One of another log, as before a restore or in a copy that went its own
 * way, is told by its hash: to go on by its number alone would leave events out. Cursors from before the
 * hash was in them have only the number.
 * @throws {Refusal} BAD_USER_INPUT for `after`.
 */
export async function placeOf(cursor: string, mode: TradingMode, log: Log): Promise<LogPlace> {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, book, digits, told] = /^([A-Z]+):(\d{1,15})(?::([0-9a-f]{64}))?$/.exec(text) ?? [];
  const sequence = Number(digits);
  const ours = book === mode && encoded(text) === cursor && sequence <= log.end;
  const hash = ours ? await log.hashAt(sequence) : null;
  if (hash !== null && (told === undefined || told === hash)) return { sequence, hash };
  throw badInput('after', 'after is no cursor of this log');
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
