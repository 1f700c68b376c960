import type { Model, QueryBuilder } from 'objection';
import { BadCursor, type Page, type PageRequest } from '../../../ports/book-page.ts';

type Key = readonly (string | number)[];

/** The order of a list, newest first, by columns that never change and are unique together. */
export interface Keyset<R> {
  readonly list: string;
  readonly columns: readonly string[];
  /** The type of each column in a cursor. */
  readonly types: readonly ('string' | 'number')[];
  keyOf(row: R): Key;
}

/** A cursor names the last row seen, not a row count, so new rows shift nothing. @throws {BadCursor} */
export async function newestFirst<R extends Model, T>(
  query: QueryBuilder<R, R[]>,
  keyset: Keyset<R>,
  page: PageRequest,
  itemOf: (row: R) => T,
): Promise<Page<T>> {
  const after = page.after === null ? null : keyOfCursor(page.after, keyset);
  const totalCount = await query.clone().clearSelect().resultSize();
  if (after) void query.whereRaw(older(keyset.columns), [...keyset.columns, ...after]);
  void query.orderBy(keyset.columns.map((column) => ({ column, order: 'desc' as const })));
  const rows = await query.limit(page.first + 1);
  const items = rows.slice(0, page.first).map((row) => ({
    cursor: cursorOf(keyset.list, keyset.keyOf(row)),
    item: itemOf(row),
  }));
  return { items, hasNextPage: rows.length > page.first, totalCount };
}

function older(columns: readonly string[]): string {
  return `(${columns.map(() => '??').join(', ')}) < (${columns.map(() => '?').join(', ')})`;
}

function cursorOf(list: string, key: Key): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

function keyOfCursor<R>(cursor: string, { list, types }: Keyset<R>): Key {
  const [name, ...key] = parsed(cursor);
  const ours =
    name === list && key.length === types.length && key.every((v, i) => fits(v, types[i]));
  if (!ours || cursorOf(list, key as Key) !== cursor)
    throw new BadCursor('Not a cursor of this list.');
  return key as Key;
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function fits(value: unknown, type: 'string' | 'number' | undefined): boolean {
  return type === 'number'
    ? Number.isSafeInteger(value)
    : typeof value === 'string' && /^[\x20-\x7e]*$/.test(value);
}
