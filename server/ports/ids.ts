/** Unique, sortable by time of making. */
export interface Ids {
  /** 26 lower-case letters and digits. */
  next(): string;
}
