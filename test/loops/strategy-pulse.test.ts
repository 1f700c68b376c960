import { expect, it, vi } from 'vitest';
import { beatMs, StrategyPulse } from '../../server/loops/strategy-pulse.ts';
import { openSqlite } from '../support/databases/databases.ts';
import { LiveRunsDesk } from '../support/desks/live-runs-desk.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';

const SEES = `export default { title: 'T', description: 'D', assetClasses: ['EQUITY'],
  create: () => ({ onBar() {} }) };`;
const MINUTE_MS = 60_000;
const MINUTES = 3;
/** So long after its end the source tells a bar. */
const LATE_MS = 2_500;

/** When the loop of a server beats, in milliseconds from its start on. */
async function beats(speed: number): Promise<readonly number[]> {
  vi.useFakeTimers();
  try {
    const at: number[] = [];
    const began = Date.now();
    const beat = async () => void at.push(Date.now() - began);
    const pulse = new StrategyPulse(
      { beat, stop: async () => undefined },
      beatMs(speed),
      new SilentLog(),
    );
    pulse.start();
    await vi.advanceTimersByTimeAsync((MINUTES * MINUTE_MS) / speed);
    await pulse.stop();
    return at;
  } finally {
    vi.useRealTimers();
  }
}

it.each([1, 10])(
  'each bar is handed over within 5 s of its end, on a clock %s times as fast',
  async (speed) => {
    const instants = await beats(speed);
    const desk = await LiveRunsDesk.open(openSqlite, { sees: SEES });
    try {
      const server = desk.server(({ market }) => ({
        market: {
          ...market,
          candles: async (user, range, mode) => {
            const told = desk.clock.now().getTime() - LATE_MS;
            const all = await market.candles(user, range, mode);
            return all.filter(({ at }) => at.getTime() + MINUTE_MS <= told);
          },
        },
      }));
      const run = await desk.start(server.store, { id: 'r1', kind: 'sees' });
      for (const at of instants) {
        // One beat misses each bar by a moment.
        desk.clock.set(new Date(NOON.getTime() + at * speed + LATE_MS - 1));
        await server.beat();
      }
      const lines = await server.store.lines(run, 0, 100);
      const late = lines.flatMap(({ at, input }) =>
        input.kind === 'BAR' ? [at.getTime() - input.endsAt.getTime()] : [],
      );
      expect(late).toHaveLength(MINUTES - 1);
      for (const ms of late) expect(ms).toBeLessThanOrEqual(5_000);
    } finally {
      await desk.close();
    }
  },
);
