import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  LONGEST_CALL_MS,
  LONGEST_RUN_MS,
  watchRun,
} from '../../../server/adapters/strategy-host/pool/stall-watch.ts';
import { newCells } from '../../../server/adapters/strategy-host/pool/tasks.ts';

describe('the watch over a run', () => {
  let cells = newCells();
  let stop = (): void => undefined;
  const end = vi.fn<(why: Error) => void>();
  const abort = new AbortController();

  beforeEach(() => {
    vi.useFakeTimers();
    cells = newCells();
    end.mockClear();
    stop = watchRun({ cells, signal: abort.signal, onProgress: () => undefined, end });
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  /** Lets so much time pass while each call of the strategy returns. */
  function answer(ms: number): void {
    for (let passed = 0; passed < ms; passed += 1_000) {
      Atomics.add(cells.calls, 0, 2);
      vi.advanceTimersByTime(1_000);
    }
  }

  it('ends a run of more than an hour, whose strategy answers each bar in time', () => {
    answer(LONGEST_RUN_MS);
    expect(end).not.toHaveBeenCalled();
    answer(1_000);
    expect(end.mock.calls[0]?.[0].message).toBe('It ran for more than an hour.');
  });

  it('ends one whose strategy does not answer', () => {
    Atomics.add(cells.calls, 0, 1);
    vi.advanceTimersByTime(LONGEST_CALL_MS);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(end.mock.calls[0]?.[0].message).toBe('It took more than 5 s to answer one bar.');
  });
});
