/** Unique and sortable by time of creation. */
export interface Ids {
  /** 26 lower-case letters and digits. */
  next(): string;
}
