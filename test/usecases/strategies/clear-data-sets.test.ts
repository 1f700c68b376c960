import { expect, it } from 'vitest';
import type { StrategyDeps } from '../../../server/usecases/strategies/strategy-deps.ts';
import { ClearDataSets } from '../../../server/usecases/strategies/clear-data-sets.ts';
import { RecordingLog } from '../../support/fakes/recording-log.ts';

it('what imports leave is deleted at the start and from time to time, once at a time, until the stop', async () => {
  const ends: { readonly ok: () => void; readonly fail: (error: Error) => void }[] = [];
  let signal: AbortSignal | undefined;
  let tick: () => void = () => undefined;
  let ticking = true;
  const log = new RecordingLog();
  const clearing = new ClearDataSets({
    dataSets: {
      clear: (given?: AbortSignal) => {
        signal = given;
        return new Promise<void>((ok, fail) => void ends.push({ ok, fail }));
      },
    },
    timers: {
      every: (_: number, work: () => void) => {
        tick = work;
        return () => void (ticking = false);
      },
    },
    log,
  } as unknown as StrategyDeps);
  clearing.start();
  tick();
  expect(ends).toHaveLength(1);
  ends[0]!.fail(new Error('busy'));
  await expect.poll(() => log.lines.map(({ level }) => level)).toEqual(['warn']);
  await Promise.resolve();
  tick();
  expect(ends).toHaveLength(2);
  const stopped = clearing.stop();
  expect([ticking, signal?.aborted]).toEqual([false, true]);
  ends[1]!.ok();
  await stopped;
});
