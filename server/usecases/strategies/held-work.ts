import type { RunWatch } from '../../ports/backtest-pool.ts';
import type { WorkName } from '../../ports/backtest-queue.ts';
import type { LoadedData } from './load-data.ts';
import type { SweepWork } from './sweep-work.ts';

/** A piece of work that this server holds. */
export interface Held {
  readonly work: WorkName;
  readonly abort: AbortController;
  readonly begunAt: number;
  bars: number;
  total: number;
  /** How much is done, and how much there is to do, as the queue keeps it. */
  progress(): readonly [done: number, total: number];
  stopBeating(): void;
}

export function watchOf(held: Held): RunWatch {
  return {
    signal: held.abort.signal,
    onProgress: (bars, total) => void Object.assign(held, { bars, total }),
  };
}

/** A sweep whose runs can be taken. */
export interface OpenSweep {
  readonly held: Held;
  readonly sweep: SweepWork;
  readonly loaded: LoadedData;
  running: number;
}
