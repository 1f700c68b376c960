import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from '../values/until.ts';

const LONGEST_MS = 120_000;

/** Runs `work` while no other process of this machine runs work of the same name. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(os.tmpdir(), `twinbook-${name}.lock`);
  await until(`the turn for ${name}`, () => tryLock(lock), { within: 2 * LONGEST_MS });
  try {
    return await work();
  } finally {
    rmdirSync(lock);
  }
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    // The lock's owner was killed.
    if (since !== undefined && Date.now() - since > LONGEST_MS) rmdirSync(lock);
    return false;
  }
}
