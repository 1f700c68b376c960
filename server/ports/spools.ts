/** Bytes that wait outside memory until there is time to read them. */
export interface Spool {
  add(piece: Uint8Array): Promise<void>;
  /** All of them, from the first on. */
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

export interface Spools {
  open(): Promise<Spool>;
}
