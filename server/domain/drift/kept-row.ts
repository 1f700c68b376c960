import type { DriftRow } from './derive-rows.ts';

/** A row as it is kept, with the run whose trade it is. */
export interface KeptRow extends DriftRow {
  readonly runId: string;
  readonly strategyId: string;
  readonly version: number;
  /** The strategy's name at the start of the run; trades that came after a new name have that one. */
  readonly strategy: string;
}

/** Unique in a user's book. */
export function rowId({ runId, key }: Pick<KeptRow, 'runId' | 'key'>): string {
  return `${runId} ${key}`;
}
