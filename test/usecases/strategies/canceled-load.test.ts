import { expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { WorkKind } from '../../../server/ports/backtest-queue.ts';
import { BacktestWork } from '../../../server/usecases/strategies/backtest-work.ts';
import { WorkData } from '../../../server/usecases/strategies/work-data.ts';

const INPUT = {
  ...{ kind: 'sma-cross', kindVersion: 'v', dataSet: null, symbols: ['SPY'] },
  ...{ from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z', interval: 'ONE_MINUTE' },
};

/** Work whose source answers the first request, and then none until the test lets it. */
function scene() {
  const asked: Date[] = [];
  const released: string[] = [];
  let letGo = () => undefined as void;
  const slow = new Promise<void>((resolve) => (letGo = resolve));
  const candles = async (_actor: unknown, { from }: { from: Date }) => {
    asked.push(from);
    if (asked.length > 1) await slow;
    const one = dec(1);
    return [{ at: from, open: one, high: one, low: one, close: one, volume: null }];
  };
  const found = async () => ({ input: INPUT });
  const deps = {
    market: { candles },
    users: { byName: async () => ({ username: 'ada' }) },
    reads: { backtest: found, sweep: found },
    kinds: { find: async () => ({ version: 'v' }) },
    queue: {
      claim: async () => true,
      release: async ({ id }: { id: string }) => void released.push(id),
      fail: async (_work: unknown, words: string) => void released.push(words),
    },
    clock: { now: () => new Date('2026-02-01T00:00:00Z') },
    timers: { every: () => () => undefined },
    log: { error: (words: string) => released.push(words) },
    machineNow: () => 0,
  } as unknown as ConstructorParameters<typeof BacktestWork>[0];
  const work = new BacktestWork(deps, new WorkData(deps));
  const begin = (kind: WorkKind) => {
    const name = { kind, id: 'one', username: 'ada' };
    return kind === 'sweep' ? work.openSweep(name) : work.runBacktest(name);
  };
  return { asked, released, letGo: () => letGo(), work, begin };
}

it.each(['backtest', 'sweep'] as const)(
  'a %s that is canceled while its data come is left at once, and asks for no more',
  async (kind) => {
    const { asked, released, letGo, work, begin } = scene();
    const running = begin(kind);
    await expect.poll(() => asked.length).toBe(2);
    work.abort('one');
    await running;
    expect(work.has('one')).toBe(false);
    letGo();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([asked.length, released]).toEqual([2, []]);
  },
);

it('goes back into the queue where the server stops meanwhile', async () => {
  const { asked, released, work, begin } = scene();
  const running = begin('backtest');
  await expect.poll(() => asked.length).toBe(2);
  work.abortAll();
  await running;
  expect(released).toEqual(['one']);
});
