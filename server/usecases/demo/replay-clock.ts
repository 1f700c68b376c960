import type { Clock } from '../../ports/clock.ts';

/** A past that is lived through again, step by step. */
export class ReplayClock implements Clock {
  constructor(private time: Date) {}

  now(): Date {
    return this.time;
  }

  set(time: Date): void {
    this.time = time;
  }
}
