import type { z } from 'zod';
import type { Log } from '../../ports/log.ts';
import { readRows, type UnreadWireRow } from './read-rows.ts';

/** Field names, at any provider, that identify a row's instrument. */
const NAMED = ['symbol', 'optionSymbol', 'ticker'];
/** The form of a symbol. Other texts may be private and are not logged. */
const SYMBOL = /^[A-Z0-9./^_ -]{1,24}$/i;
const MOST_NAMED = 10;
const LONGEST_QUESTION = 200;
/** The most requests with unreadable rows that are remembered; a forgotten one is logged again. */
const MOST_KNOWN = 500;

/**
 * Reads the rows of a provider's answers and logs those it could not read: one line per answer, when
 * unreadable rows first appear, when their number changes, and when all can be read again. The caller decides
 * what a lost row means.
 */
export class RowReader {
  /** Unreadable rows in the last answer, by request. */
  readonly #unread = new Map<string, number>();

  constructor(
    private readonly provider: string,
    private readonly log: Log,
  ) {}

  /** `asked`: the request as it recurs, without the parts that differ each time. */
  of<Shape extends z.ZodType>(asked: string, shape: Shape, rows: readonly unknown[]) {
    const found = readRows(shape, rows);
    // An empty answer proves nothing about rows.
    if (rows.length > 0) this.#note(asked, found.unread, rows.length);
    return found;
  }

  #note(asked: string, unread: readonly UnreadWireRow[], of: number): void {
    const before = this.#unread.get(asked) ?? 0;
    if (unread.length === before) return;
    const what = { provider: this.provider, asked: asked.slice(0, LONGEST_QUESTION) };
    this.#unread.delete(asked);
    if (unread.length === 0) return this.log.info('All rows can be read again', { ...what, of });
    const [oldest] = this.#unread.keys();
    if (this.#unread.size >= MOST_KNOWN && oldest !== undefined) this.#unread.delete(oldest);
    this.#unread.set(asked, unread.length);
    const summary = {
      unread: unread.length,
      of,
      symbols: symbolsOf(unread),
      why: unread[0]?.reason,
    };
    this.log.warn('Rows that cannot be read are left out', { ...what, ...summary });
  }
}

function symbolsOf(unread: readonly UnreadWireRow[]): readonly string[] {
  const symbols = unread.flatMap(({ row }) => {
    const fields = typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};
    const named = NAMED.map((name) => fields[name]).find((value) => typeof value === 'string');
    return typeof named === 'string' && SYMBOL.test(named) ? [named] : [];
  });
  return [...new Set(symbols)].slice(0, MOST_NAMED);
}
