/** How far a run on this server is. */
export interface LiveProgress {
  readonly bars: number;
  readonly total: number;
  /** Milliseconds since the run began. */
  readonly elapsedMs: number;
}
