import type { Clock } from '../../ports/clock.ts';

/** The clock of a replayed past, set step by step. */
export class ReplayClock implements Clock {
  constructor(private time: Date) {}

  now(): Date {
    return this.time;
  }

  set(time: Date): void {
    this.time = time;
  }
}
