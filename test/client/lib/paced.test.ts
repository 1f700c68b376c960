import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Paced } from '../../../client/lib/paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks at once, then once a second, and once more for the last request', () => {
  let asked = 0;
  const paced = new Paced(() => void asked++);
  for (let i = 0; i < 35; i++) {
    paced.ask();
    vi.advanceTimersByTime(100);
  }
  // At 0, 1, 2 and 3 s, and at 4 s for the last half second.
  expect(asked).toBe(4);
  vi.advanceTimersByTime(5000);
  expect(asked).toBe(5);
  paced.ask();
  expect(asked).toBe(6);
});

it('leaves nothing behind once stopped', () => {
  let asked = 0;
  const paced = new Paced(() => void asked++);
  paced.ask();
  paced.ask();
  paced.stop();
  vi.advanceTimersByTime(5000);
  expect(asked).toBe(1);
});
