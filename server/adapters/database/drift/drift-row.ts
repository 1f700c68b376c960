import {
  DRIFT_CAUSES,
  type DriftCause,
  type DriftSplit,
} from '../../../domain/drift/drift-cause.ts';
import { rowId, type KeptRow } from '../../../domain/drift/kept-row.ts';
import type { Username } from '../../../domain/ids.ts';
import type { DriftChange, DriftReference } from '../../../ports/drift-store.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

type Flat = Omit<KeptRow, 'split'>;

const ROW: Shape<Flat> = {
  ...{ runId: 'text', key: 'text', strategyId: 'text', version: 'number', strategy: 'text' },
  ...{ tradeId: 'text', symbol: 'text', side: 'text', at: 'number', endedAt: 'number' },
  ...{ reason: 'text', expected: 'decimal', actual: 'decimal', size: 'decimal' },
  problem: 'text',
};

/** The column of each cause. `SIZE` has `size_drift`, because `size` is the trade's own. */
const SPLIT: Readonly<Record<DriftCause, string>> = {
  ...{ ENTRY_PRICE: 'entry_price', EXIT_PRICE: 'exit_price', TIMING: 'timing' },
  ...{ SIZE: 'size_drift', FEES: 'fees', MISSED: 'missed', REJECTED: 'rejected' },
  ...{ FEED_DELAY: 'feed_delay', UNEXPLAINED: 'unexplained' },
};
const AMOUNTS = { amount: 'decimal' } as const;

const REFERENCE: Shape<Omit<DriftReference, 'until'>> = {
  ...{ runId: 'text', username: 'text', strategyId: 'text', bars: 'number', trades: 'number' },
  ...{ hash: 'text', problem: 'text' },
};

export interface DriftColumns {
  readonly run_id: string;
  readonly key: string;
  readonly revision: number;
  readonly gone: number;
}

export function rowToColumns(username: Username, row: KeptRow, revision: number): Columns {
  const causes = DRIFT_CAUSES.map((cause) => [SPLIT[cause], row.split[cause].toFixed()] as const);
  return {
    ...toColumns<Flat>(row, ROW),
    ...Object.fromEntries(causes),
    ...{ username, revision, gone: 0 },
  };
}

export function rowFromColumns(row: DriftColumns): KeptRow {
  const amountOf = (cause: DriftCause) =>
    fromColumns<{ amount: DriftSplit[DriftCause] }>(
      { amount: (row as unknown as Columns)[SPLIT[cause]] },
      AMOUNTS,
    ).amount;
  const split = Object.fromEntries(DRIFT_CAUSES.map((cause) => [cause, amountOf(cause)]));
  return { ...fromColumns<Flat>(row, ROW), split: split as DriftSplit };
}

export function changeFromColumns(row: DriftColumns): DriftChange {
  const id = rowId({ runId: row.run_id, key: row.key });
  return { id, revision: row.revision, row: row.gone === 1 ? null : rowFromColumns(row) };
}

export function referenceToColumns({ until, ...reference }: DriftReference): Columns {
  return { ...toColumns(reference, REFERENCE), reckoned_until: until.getTime() };
}

export function referenceFromColumns(row: { readonly reckoned_until: number }): DriftReference {
  const reference = fromColumns<Omit<DriftReference, 'until'>>(row, REFERENCE);
  return { ...reference, until: new Date(row.reckoned_until) };
}
