import { describe, expect, it } from 'vitest';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { inParts, keptInParts } from '../../../server/usecases/steps/in-parts.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('work on many items', () => {
  it.each([0, 1, 9, 10, 11, 35])(
    'comes in parts that hold all of %i, in their order',
    async (count) => {
      const parts: (readonly number[])[] = [];
      for await (const part of inParts(machineTimers, numbers(count), 10)) parts.push(part);
      expect(parts.flat()).toEqual(numbers(count));
      expect(parts).toHaveLength(Math.ceil(count / 10));
      expect(Math.max(0, ...parts.map(({ length }) => length))).toBeLessThanOrEqual(10);
    },
  );

  it('lets everybody else have a turn between two parts, and costs a few items none', async () => {
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 0);
    const seen: number[] = [];
    const spend = () => {
      const until = performance.now() + 3;
      while (performance.now() < until);
      return true;
    };
    for await (const _ of inParts(machineTimers, numbers(5), 1)) seen.push(spend() ? turns : -1);
    clearInterval(beat);
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBeGreaterThanOrEqual(3);
    let turned = false;
    setImmediate(() => (turned = true));
    expect(await keptInParts(machineTimers, numbers(1_000), (each) => each % 2 === 1)).toHaveLength(
      500,
    );
    expect(turned).toBe(false);
  });
});
