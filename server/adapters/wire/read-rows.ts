import type { z } from 'zod';

export interface UnreadWireRow {
  readonly row: unknown;
  /** Which fields, and why. It never holds their values, which may be private. */
  readonly reason: string;
}

/** Reads rows one by one, so that one unreadable row does not lose the others. */
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

/** The reason in words for a person, without a pattern or a value of the answer. */
export function unreadReason({ issues }: z.ZodError): string {
  const fields = issues.map(({ path }) => path.join('.') || 'the row itself');
  return `cannot be read: ${[...new Set(fields)].slice(0, 3).join(', ')}`;
}
