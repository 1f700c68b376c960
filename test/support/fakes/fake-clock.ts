import type { Clock } from '../../../server/ports/clock.ts';

/** A regular session's noon in New York, a Tuesday. */
export const NOON = new Date('2026-03-10T16:00:00.000Z');

/** Stands still until it is told otherwise. */
export class FakeClock implements Clock {
  constructor(private time: Date = NOON) {}

  now(): Date {
    return this.time;
  }

  set(time: Date): void {
    this.time = time;
  }

  advance(milliseconds: number): Date {
    this.time = new Date(this.time.getTime() + milliseconds);
    return this.time;
  }
}
