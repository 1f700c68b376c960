import type { DriftRow } from './derive-rows.ts';

/** A row as stored, with the run that made the trade. */
export interface KeptRow extends DriftRow {
  readonly runId: string;
  readonly strategyId: string;
  readonly version: number;
  /** The strategy's name at the start of the run; trades made after a renaming have the new name. */
  readonly strategy: string;
}

/** An id that is unique in a user's book. */
export function rowId({ runId, key }: Pick<KeptRow, 'runId' | 'key'>): string {
  return `${runId} ${key}`;
}
