import { expect, it } from 'vitest';
import type { StoredRuns } from '../../../server/ports/backtests.ts';
import { TrimBacktests } from '../../../server/usecases/strategies/trim-backtests.ts';
import { RecordingLog } from '../../support/fakes/recording-log.ts';

it('a user keeps a thousand backtests and a hundred sweeps, and one user after the other is looked at', async () => {
  const begun: [string, StoredRuns][] = [];
  const ends: ((error?: Error) => void)[] = [];
  let signal: AbortSignal | undefined;
  const log = new RecordingLog();
  const room = {
    trim: (username: string, most: StoredRuns, given: AbortSignal) => {
      begun.push([username, most]);
      signal = given;
      return new Promise<void>((ok, fail) => {
        ends.push((error) => (error ? fail(error) : ok()));
      });
    },
  };
  const trimming = new TrimBacktests({ room, log });
  for (const user of ['ada', 'bob', 'bob']) trimming.kick(user);
  const most = { backtests: 1_000, sweeps: 100 };
  expect(begun).toEqual([['ada', most]]);
  trimming.kick('ada');
  ends[0]!(new Error('busy'));
  await expect.poll(() => begun.length).toBe(2);
  ends[1]!();
  await expect.poll(() => begun.map(([user]) => user)).toEqual(['ada', 'bob', 'ada']);
  expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
  const stopped = trimming.stop();
  expect(signal?.aborted).toBe(true);
  ends[2]!();
  await stopped;
  trimming.kick('cyd');
  expect(begun).toHaveLength(3);
});
