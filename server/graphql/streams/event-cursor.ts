import type { TradingMode } from '../../domain/mode.ts';
import { badInput } from '../../domain/refusal.ts';

/** A position in a user's log of one book: the last event read and its hash. */
export interface LogPlace {
  readonly sequence: number;
  readonly hash: string;
}

export interface Log {
  /** The last event's sequence. */
  readonly end: number;
  /** Null when there is no such event. */
  hashAt(sequence: number): Promise<string | null>;
}

/** Opaque to clients. */
export function eventCursor(mode: TradingMode, { sequence, hash }: LogPlace): string {
  return encoded(`${mode}:${sequence}:${hash}`);
}

/**
 * The position that a cursor stands for. The hash exposes a cursor of another log, such as from before a
 * restore or from a diverged copy: continuing by its number alone would skip events. Older cursors have only
 * the number.
 * @throws {Refusal} BAD_USER_INPUT for `after`.
 */
export async function placeOf(cursor: string, mode: TradingMode, log: Log): Promise<LogPlace> {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, book, digits, given] = /^([A-Z]+):(\d{1,15})(?::([0-9a-f]{64}))?$/.exec(text) ?? [];
  const sequence = Number(digits);
  const ours = book === mode && encoded(text) === cursor && sequence <= log.end;
  const hash = ours ? await log.hashAt(sequence) : null;
  if (hash !== null && (given === undefined || given === hash)) return { sequence, hash };
  throw badInput('after', 'after is no cursor of this log');
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
