import { expect, it } from 'vitest';
import { machineTimers } from '../../server/adapters/system/machine-timers.ts';
import { afterRecovery } from '../../server/compose/backups.ts';
import { StartUp } from '../../server/loops/start-up.ts';
import type { BookDesk } from '../../server/usecases/book-desk.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';

/** The start of a desk whose comparison ends when the test says so, followed by a backup. */
function recovering(most = 60_000) {
  let compared: (isDone: boolean) => void = () => undefined;
  const execute = () => new Promise<boolean>((resolve) => (compared = resolve));
  const desk = { compareAtStart: { execute, progress: () => null } } as unknown as BookDesk;
  const startUp = new StartUp(desk, new SilentLog());
  let backups = 0;
  const work = { execute: async () => void (backups += 1) };
  const backup = afterRecovery(startUp.ended, machineTimers, work, most).execute();
  startUp.start();
  return { startUp, backup, made: () => backups, compare: (isDone: boolean) => compared(isDone) };
}

it('a backup begins once every account is compared, and not before', async () => {
  const { backup, made, compare } = recovering();
  await machineTimers.turn();
  expect(made()).toBe(0);
  compare(true);
  await backup;
  expect(made()).toBe(1);
});

it('a backup waits no longer than it may for a venue that hangs', async () => {
  const { startUp, backup, made, compare } = recovering(5);
  await backup;
  expect(made()).toBe(1);
  compare(false);
  await startUp.stop();
});

it('no backup begins on a desk that stops', async () => {
  const { startUp, backup, made, compare } = recovering();
  const stopped = startUp.stop();
  compare(false);
  await Promise.all([stopped, backup]);
  expect(made()).toBe(0);
});
