/** Waits by the machine's own clock, which a sped-up desk clock does not speed up. */
export interface Timers {
  /** The answer, or after `ms` milliseconds the value of `instead`. The call itself continues. */
  within<T>(ms: number, asked: Promise<T>, instead: () => T): Promise<T>;
  /** Runs `work` after each interval until the returned function is called. */
  every(ms: number, work: () => void): () => void;
  /** Resolves once all else that is due has had its turn: what works for long does so in parts. */
  turn(): Promise<void>;
}
