import type { CandleInterval } from '../domain/market/candle.ts';
import type { ChangedSeries, DataSeries, StoredSeries } from './data-sets.ts';

/** What is wrong with a row. The header is line 1; of JSON, `line` counts the objects from 1. */
export interface RowError {
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

export interface FileForm {
  readonly type: 'csv' | 'json';
  /** The interval of the file's bars; null: the request did not name it. */
  readonly interval: CandleInterval | null;
}

export type SeriesName = Pick<DataSeries, 'symbol' | 'kind' | 'interval'>;

/** The first hundred errors: nothing of the file is kept then. */
export interface Refused {
  readonly errors: readonly RowError[];
}

/** A file that is read in a thread other than the server's own. */
export interface OpenFile {
  /** Resolves when the next piece may come: what is not read yet is bounded. */
  add(piece: Uint8Array): Promise<void>;
  /** The series that the file has rows of. */
  end(): Promise<{ readonly series: readonly SeriesName[] } | Refused>;
  /** Those series merged with the rows stored already; may be called again when other rows were stored meanwhile. */
  merge(
    stored: readonly StoredSeries[],
  ): Promise<{ readonly changed: readonly ChangedSeries[] } | Refused>;
  close(): Promise<void>;
}

export interface FileReader {
  open(form: FileForm): OpenFile;
}

/** Imports a user's file into a set of the user's. */
export interface DataImport {
  /** @throws whatever the body throws; nothing is kept then. */
  execute(
    username: string,
    asked: { readonly name: string; readonly form: FileForm },
    body: AsyncIterable<Uint8Array>,
  ): Promise<ImportedSet | Refused>;
}

export interface ImportedSet {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly hash: string;
}
