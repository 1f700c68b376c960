import type { DriftReport, ShownRow } from '../../domain/drift/drift-report.ts';
import { BadCursor, type Page, type PageRequest } from '../../ports/book-page.ts';

const LIST = 'drift';

/** A page of a report's rows, newest first. A cursor names the last row seen, so new rows shift nothing. */
export function driftRows(report: DriftReport, { first, after }: PageRequest): Page<ShownRow> {
  const from = after === null ? 0 : report.after(...keyOf(after));
  const to = Math.min(report.rows, from + first);
  const items = Array.from({ length: Math.max(0, to - from) }, (_, n) => {
    const item = report.row(from + n);
    return { item, cursor: cursorOf(item.at.getTime(), item.id) };
  });
  return { items, hasNextPage: to < report.rows, totalCount: report.rows };
}

function cursorOf(at: number, id: string): string {
  return Buffer.from(JSON.stringify([LIST, at, id])).toString('base64url');
}

/** @throws {BadCursor} */
function keyOf(cursor: string): [at: number, id: string] {
  const [list, at, id] = parsed(cursor);
  const fits = list === LIST && Number.isSafeInteger(at) && typeof id === 'string';
  if (!fits || cursorOf(at as number, id) !== cursor)
    throw new BadCursor('Not a cursor of this list.');
  return [at as number, id];
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
