import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Time outside the desk. A venue's minute is a minute even while the desk's own Clock is set or sped up, so
 * budgets and back-off use real time.
 */
export interface RealTime {
  /** Monotonic milliseconds from any origin. */
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

export const realTime: RealTime = {
  now: () => performance.now(),
  sleep: (ms) => sleep(ms),
};
