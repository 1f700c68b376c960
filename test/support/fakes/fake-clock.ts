import type { Clock } from '../../../server/ports/clock.ts';

/** Noon in New York in a regular session, a Tuesday. */
export const NOON = new Date('2026-03-10T16:00:00.000Z');

/** A clock that stands still until it is set. */
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
