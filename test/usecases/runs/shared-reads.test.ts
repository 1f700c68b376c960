import { describe, expect, it } from 'vitest';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { SharedReads } from '../../../server/usecases/runs/shared-reads.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';

const QUICK = 50;

/** Reads with a fraction of the usual patience; `asked` has the users whose access was used. */
function reads() {
  const asked: string[] = [];
  const timers = {
    within: <T>(ms: number, answer: Promise<T>, instead: () => T) =>
      machineTimers.within(ms / QUICK, answer, instead),
  };
  const shared = new SharedReads<string>({ clock: new FakeClock(), timers } as never, 500);
  const by = (name: string, answer: () => Promise<string>) =>
    shared.of('SPY', () => {
      asked.push(name);
      return answer();
    });
  return { asked, by };
}
const bars = async () => 'bars';

describe('a read that users share', () => {
  it('is asked for once by all who want it at once, or a moment later', async () => {
    const { asked, by } = reads();
    expect(await Promise.all([by('ada', bars), by('bob', bars)])).toEqual(['bars', 'bars']);
    expect(await by('cleo', bars)).toBe('bars');
    expect(asked).toEqual(['ada']);
  });

  it.each([
    ['hangs', () => new Promise<never>(() => {})],
    ['is refused', () => Promise.reject(new Error('The token was refused.'))],
  ])('is asked for with an own access where a stranger’s %s', async (_, broken) => {
    const { asked, by } = reads();
    const [stranger, own] = await Promise.all([by('bob', broken), by('ada', bars)]);
    expect([stranger, own]).toEqual([null, 'bars']);
    expect(asked).toEqual(['bob', 'ada']);
  });
});
