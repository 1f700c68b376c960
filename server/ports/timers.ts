/** Waiting by the machine's own time, which a sped-up desk clock does not hurry. */
export interface Timers {
  /** The answer, or after so many milliseconds what stands in for it. The question itself goes on. */
  within<T>(ms: number, asked: Promise<T>, instead: () => T): Promise<T>;
  /** Begins `work` after each such interval, until what is returned is called. */
  every(ms: number, work: () => void): () => void;
}
