import { StrategyFailed } from '../../../ports/backtest-pool.ts';
import type { SharedCells } from './tasks.ts';

const LOOK_MS = 100;
/** How long a canceled run may go on before its thread is ended. */
const PATIENCE_MS = 1_000;
/** How long a strategy may take to answer. */
export const LONGEST_CALL_MS = 5_000;
/** The longest run: fast answers to millions of bars still take long, and other runs wait for the thread. */
export const LONGEST_RUN_MS = 60 * 60_000;

export interface Watched {
  readonly cells: SharedCells;
  readonly signal: AbortSignal;
  readonly onProgress: (bars: number, total: number) => void;
  /** Ends the run's thread. */
  readonly end: (why: Error) => void;
}

/** Checks a run's cells until the returned function is called: reports progress and ends calls that hang. */
export function watchRun({ cells, signal, onProgress, end }: Watched): () => void {
  let call = 0;
  let calledFor = 0;
  let canceledFor = 0;
  let ranFor = 0;
  let seen = -1;
  const cancel = () => void Atomics.store(cells.cancel, 0, 1);
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  const looks = setInterval(() => {
    ranFor += LOOK_MS;
    if (ranFor > LONGEST_RUN_MS) end(new StrategyFailed('It ran for more than an hour.'));
    const [bars, total] = [cells.progress[0]!, cells.progress[1]!];
    if (bars !== seen) onProgress(bars, total);
    seen = bars;
    if (signal.aborted) {
      canceledFor += LOOK_MS;
      if (canceledFor > PATIENCE_MS) end(new StrategyFailed('It was canceled.'));
    }
    const now = Atomics.load(cells.calls, 0);
    calledFor = now === call && now % 2 === 1 ? calledFor + LOOK_MS : 0;
    call = now;
    if (calledFor > LONGEST_CALL_MS)
      end(new StrategyFailed('It took more than 5 s to answer one bar.'));
  }, LOOK_MS);
  looks.unref();
  return () => {
    clearInterval(looks);
    signal.removeEventListener('abort', cancel);
  };
}
