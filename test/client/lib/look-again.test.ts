import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookAgain } from '../../../client/lib/look-again.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('looks again after the delay that each look returns, until it is left', async () => {
  const answers = [5_000, 60_000, 60_000];
  let looks = 0;
  const leave = lookAgain(async () => answers[looks++]!);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(looks).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(looks).toBe(2);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(looks).toBe(2);
  leave();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(looks).toBe(2);
});

it('does not look again when it is left during a look', async () => {
  let answered = (_: number): void => undefined;
  let looks = 0;
  const leave = lookAgain(() => {
    looks += 1;
    return new Promise((resolve) => (answered = resolve));
  });
  leave();
  answered(10);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBe(1);
});
