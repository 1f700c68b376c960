import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { databases } from '../../support/databases/databases.ts';
import { LiveRunsDesk, type RunServer } from '../../support/desks/live-runs-desk.ts';
import type { RunDeps } from '../../../server/usecases/runs/run-deps.ts';

const KINDS = {
  buys: `export default { title: 'T', description: 'D', assetClasses: ['EQUITY'],
    create: () => ({ onBar(bar, desk) { desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '1' }); } }) };`,
};

/** Ten runs of two users; some see bars of two symbols. */
const RUNS = Array.from({ length: 10 }, (_, n) => ({
  ...{ id: `r${n}`, username: n % 3 === 0 ? 'bob' : 'ada' },
  symbols: n % 4 === 0 ? ['QQQ', 'SPY'] : ['SPY'],
}));

/** The server dies at the nth call of this kind, before or after it is done. */
const DEATH = fc.record({
  call: fc.constantFrom('add', 'settle', 'enter', 'lines'),
  nth: fc.integer({ min: 1, max: 6 }),
  isAfter: fc.boolean(),
});
type Death = typeof DEATH extends fc.Arbitrary<infer T> ? T : never;

class Dying {
  isDead = false;
  #calls = 0;

  constructor(private readonly death: Death | null) {}

  parts({ runs, door }: RunDeps): Partial<RunDeps> {
    const dies = <A extends unknown[], R>(name: string, call: (...asked: A) => Promise<R>) => {
      return async (...asked: A): Promise<R> => {
        const isNow = name === this.death?.call && (this.#calls += 1) === this.death.nth;
        if (this.isDead || (isNow && !this.death?.isAfter)) throw this.#die();
        const answer = await call(...asked);
        if (isNow) throw this.#die();
        return answer;
      };
    };
    const stores = new Proxy(runs, {
      get: (of, name: keyof typeof runs) => {
        const part: unknown = Reflect.get(of, name);
        if (typeof part !== 'function') return part;
        return dies(name, (...asked) => Reflect.apply(part, of, asked) as Promise<unknown>);
      },
    });
    return {
      runs: stores,
      door: {
        enter: dies('enter', door.enter.bind(door)),
        close: dies('close', door.close.bind(door)),
        cancel: dies('cancel', door.cancel.bind(door)),
      },
    };
  }

  #die(): Error {
    this.isDead = true;
    return new Error('The server was killed');
  }
}

describe.each(databases())('servers that are killed while strategies run on %s', (_, open) => {
  it('trade no bar twice, and leave none that was taken over undone', async () => {
    const plan = fc.array(DEATH, { minLength: 1, maxLength: 4 });
    await fc.assert(fc.asyncProperty(plan, tradesOnce), {
      numRuns: 1,
      endOnFailure: true,
    });
  }, 240_000);

  async function tradesOnce(deaths: readonly Death[]): Promise<void> {
    const desk = await LiveRunsDesk.open(open, KINDS, ['ada', 'bob']);
    try {
      const left = [...deaths];
      const serve = () => {
        const dying = new Dying(left.shift() ?? null);
        return { dying, server: desk.server((deps) => dying.parts(deps)) };
      };
      let servers = [serve(), serve()];
      for (const run of RUNS) await desk.start(servers[0]!.server.store, { ...run, kind: 'buys' });
      for (let minute = 0; minute < 2; minute += 1) {
        await desk.nextMinute().catch(() => undefined);
        for (const { server } of servers.filter(({ dying }) => dying.isDead))
          await desk.kill(server);
        servers = servers.map((each) => (each.dying.isDead ? serve() : each));
      }
      for (const { server } of servers) await desk.kill(server);
      const last = desk.server();
      await desk.nextMinute();
      await desk.nextMinute();
      const placed = await Promise.all(RUNS.map((run) => placedOnce(last, run.id)));
      expect(Math.max(...placed)).toBeGreaterThan(0);
    } finally {
      await desk.close();
    }
  }
});

/** Checks one entry for each bar: trades and no-trades are as many as bars. Returns the number of trades. */
async function placedOnce({ store, book }: RunServer, id: string): Promise<number> {
  const run = (await store.running()).find((each) => each.id === id)!;
  const lines = await store.lines(run, 0, 1_000);
  expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_, at) => at + 1));
  const bars = lines.map(({ input }) =>
    input.kind === 'BAR' ? `${input.bar.symbol} ${input.bar.at.toISOString()}` : '',
  );
  expect(new Set(bars).size).toBe(bars.length);
  expect(await store.waiting(run)).toEqual([]);
  const page = { first: 100, after: null };
  const { totalCount: none } = await store.noTrades(run.username, run.strategyId, page);
  const all = await book.read(run.username).trades(null, { strategy: id }, page, 'PLACED');
  // An entry that a limit stopped is stored as a trade, but counts as a no-trade.
  const placed = all.items.filter(({ item }) => item.status !== 'REJECTED');
  expect(placed.length + none).toBe(bars.length);
  return placed.length;
}
