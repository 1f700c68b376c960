import { readFileSync } from 'node:fs';

const BEAT_MS = 2;
const NS_IN_MS = 1e6;

/**
 * The longest time that the event loop computed between two beats, in milliseconds, while `work` ran. Unlike
 * elapsed time, it is the same on a busy machine. Null where the system does not say.
 */
export async function longestTurn(work: () => Promise<unknown>): Promise<number | null> {
  const first = onProcessor();
  if (first === null) {
    await work();
    return null;
  }
  let [last, longest] = [first, 0];
  const beat = (): void => {
    const now = onProcessor() ?? last;
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(beat, BEAT_MS);
  try {
    await work();
    return longest;
  } finally {
    clearInterval(timer);
  }
}

/** Milliseconds for which the main thread has been on a processor, which Linux counts; null elsewhere. */
function onProcessor(): number | null {
  try {
    const [ns] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(ns) / NS_IN_MS;
  } catch {
    return null;
  }
}
