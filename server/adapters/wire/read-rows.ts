import type { z } from 'zod';

export interface UnreadWireRow {
  readonly row: unknown;
  /** Which fields, and why; never their values, which may be anybody's. */
  readonly reason: string;
}

/** Rows are read one by one, so that one that nobody understands does not take the others with it. */
export function readRows<Shape extends z.ZodType>(
  shape: Shape,
  rows: readonly unknown[],
): { readonly read: z.output<Shape>[]; readonly unread: readonly UnreadWireRow[] } {
  const read: z.output<Shape>[] = [];
  const unread: UnreadWireRow[] = [];
  for (const row of rows) {
    const parsed = shape.safeParse(row);
    if (parsed.success) read.push(parsed.data);
    else unread.push({ row, reason: unreadReason(parsed.error) });
  }
  return { read, unread };
}

/** In words for a person: neither a pattern nor a value of the answer. */
export function unreadReason({ issues }: z.ZodError): string {
  const fields = issues.map(({ path }) => path.join('.') || 'the row itself');
  return `cannot be read: ${[...new Set(fields)].slice(0, 3).join(', ')}`;
}
