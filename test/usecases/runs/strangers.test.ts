import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import type { RunDeps } from '../../../server/usecases/runs/run-deps.ts';
import { openSqlite } from '../../support/databases/databases.ts';
import { LiveRunsDesk, type RunServer } from '../../support/desks/live-runs-desk.ts';

const kind = (body: string) => `export default {
  title: 'T', description: 'D', assetClasses: ['EQUITY'],
  create: () => ({ onBar(bar, desk) { ${body} } }) };`;
const KINDS = {
  sees: kind(`desk.log(bar.at.toISOString());`),
  buys: kind(`desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '1' });`),
  spins: kind(`for (;;);`),
};
const USERS = ['ada', 'venue-hangs', 'kind-hangs', 'source-hangs', 'source-refuses'] as const;

/** The factor by which waits of three seconds are shorter here. */
const QUICK = 20;
/** The machine may be busy with other tests. */
const WITHIN_MS = 15_000;
const never = () => new Promise<never>(() => {});

/** Parts that hang or refuse, each for one user alone. */
const broken = ({ door, market }: RunDeps): Partial<RunDeps> => ({
  door: {
    ...{ close: door.close.bind(door), cancel: door.cancel.bind(door) },
    enter: (user, ...asked) =>
      user.username === 'venue-hangs' ? never() : door.enter(user, ...asked),
  },
  market: {
    ...market,
    candles: async (user, ...asked) => {
      if (user.username === 'source-hangs') return never();
      if (user.username === 'source-refuses') throw new Error('The token was refused.');
      return market.candles(user, ...asked);
    },
  },
  timers: {
    ...machineTimers,
    within: (ms, ...asked) => machineTimers.within(ms / QUICK, ...asked),
  },
});

describe('strategies of one server', () => {
  let desk: LiveRunsDesk;
  let server: RunServer;
  beforeEach(async () => {
    desk = await LiveRunsDesk.open(openSqlite, KINDS, USERS);
    server = desk.server(broken);
  });
  afterEach(() => desk.close());

  it('see each bar in time, whoever else’s venue, kind or source hangs', async () => {
    const start = (username: string, of: keyof typeof KINDS) =>
      desk.start(server.store, { id: username, username, kind: of });
    // The users whose parts hang are served first.
    await start('source-hangs', 'sees');
    await start('source-refuses', 'sees');
    await start('venue-hangs', 'buys');
    await start('kind-hangs', 'spins');
    const run = await start('ada', 'sees');
    const seen = async () => (await server.store.lines(run, 0, 99)).flatMap((line) => line.logged);
    for (let minute = 1; minute <= 3; minute += 1) {
      desk.clock.set(new Date(Math.ceil((desk.clock.now().getTime() + 1) / 60_000) * 60_000));
      const ends = performance.now() + WITHIN_MS;
      while ((await seen()).length < minute && performance.now() < ends) {
        await server.runs.beat();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(await seen()).toHaveLength(minute);
    }
    const hung = await server.store.newestOf('kind-hangs', 'strategy-kind-hangs');
    expect(hung).toMatchObject({ status: 'RUNNING' });
    const waiting = async () => {
      await server.runs.beat();
      return server.store.waiting({ username: 'venue-hangs', id: 'venue-hangs' });
    };
    await expect.poll(waiting).toHaveLength(1);
  });
});
