import type { Username } from '../domain/ids.ts';
import type { CandleInterval } from '../domain/market/candle.ts';

/** Bars or quotes of one symbol in a set. */
export interface DataSeries {
  readonly symbol: string;
  readonly kind: 'bars' | 'quotes';
  /** The interval of bars; null for quotes. */
  readonly interval: CandleInterval | null;
  readonly rows: number;
  readonly from: Date;
  readonly to: Date;
  /** How many bars of regular hours are missing; for tokens, of all hours. 0 for quotes. */
  readonly missing: number;
  /** A digest of its content. */
  readonly hash: string;
}

export interface DataSet {
  readonly id: string;
  readonly username: Username;
  readonly name: string;
  /** Raised by each import. */
  readonly version: number;
  readonly rows: number;
  /** SHA-256 of its content, whatever it is called. */
  readonly hash: string;
  readonly createdAt: Date;
}

/** Columns of one series as they are stored: texts that a worker reads. */
export interface StoredSeries {
  readonly series: DataSeries;
  readonly chunks: readonly string[];
}

/** Columns of a series that an import has changed. */
export interface ChangedSeries extends StoredSeries {
  /** How many of its first chunks are stored already, as `columns` returned them. */
  readonly kept: number;
}

/** Sets that users have imported; each user sees only their own. */
export interface DataSetStore {
  /** Newest first. */
  of(username: Username): Promise<readonly DataSet[]>;
  byName(username: Username, name: string): Promise<DataSet | null>;
  /** What a set holds by now, by symbol, all as of one moment, read in short steps. Empty once the set is gone. */
  series(set: Pick<DataSet, 'id' | 'username'>): Promise<readonly DataSeries[]>;
  /** The stored columns of some of a set's series, all as of one moment; no chunks where they are gone. */
  columns(set: DataSet, series: readonly DataSeries[]): Promise<readonly StoredSeries[]>;
  /**
   * Stores a set with these series in place of those of the same symbol, kind and interval. False when the set is
   * not at version `after.version - 1` any more, or its name is taken meanwhile: nothing is stored then. Chunks
   * are written in short steps, between which other requests are answered; a reader sees all of them or none.
   */
  put(after: DataSet, changed: readonly ChangedSeries[]): Promise<boolean>;
  /** False when there is none of this id. It is gone at once; its chunks are left to `clear`. */
  remove(username: Username, id: string): Promise<boolean>;
  /** Deletes chunks that no series has any more, of all users, in short steps until `signal`. */
  clear(signal?: AbortSignal): Promise<void>;
}
