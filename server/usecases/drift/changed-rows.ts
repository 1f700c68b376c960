import { DRIFT_CAUSES } from '../../domain/drift/drift-cause.ts';
import type { KeptRow } from '../../domain/drift/kept-row.ts';

/** What must be stored so that the rows of a run become these. */
export function changedRows(
  before: readonly KeptRow[],
  after: readonly KeptRow[],
): { readonly changed: readonly KeptRow[]; readonly gone: readonly string[] } {
  const known = new Map(before.map((row) => [row.key, textOf(row)]));
  const keys = new Set(after.map(({ key }) => key));
  return {
    changed: after.filter((row) => known.get(row.key) !== textOf(row)),
    gone: before.map(({ key }) => key).filter((key) => !keys.has(key)),
  };
}

function textOf({ at, endedAt, reason, expected, actual, size, split, problem }: KeptRow): string {
  const money = [expected, actual, size, ...DRIFT_CAUSES.map((cause) => split[cause])];
  return JSON.stringify([at, endedAt, reason, problem, ...money.map((each) => each.toFixed())]);
}
