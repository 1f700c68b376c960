import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SqlStrategyRuns } from '../../../server/adapters/database/runs/sql-strategy-runs.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { StrategyStage } from '../../../server/domain/strategy/saved-strategy.ts';
import type { StrategyRun } from '../../../server/domain/strategy/strategy-run.ts';
import type { BookDesk } from '../../../server/usecases/book-desk.ts';
import { endArming } from '../../../server/usecases/book/end-arming.ts';
import { StopStrategy } from '../../../server/usecases/run-control/stop-strategy.ts';
import { stopAround } from '../../../server/usecases/run-control/stop-around.ts';
import type { RunBook } from '../../../server/usecases/run-control/run-books.ts';
import { databases, type OpenTestDatabase } from '../../support/databases/databases.ts';
import { RealDesk } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { Turnstile } from '../../support/fakes/turnstile.ts';
import { SeqIds } from '../../support/fakes/seq-ids.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';
import { aRun } from '../../support/values/strategy-runs.ts';

const ACTS = ['stop', 'demote', 'disarm', 'HALT_ENTRIES', 'HALT_ALL'] as const;

/** Two servers enter for one run while a third acts; `turns`: which goes on before each change of the book. */
const round = fc.record({
  act: fc.constantFrom(...ACTS),
  turns: fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
});
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

const rounds = fc.array(round, { minLength: 8, maxLength: 8, size: 'max' });

describe.each(databases())(
  'what ends a strategy’s entries while one is under way, on %s',
  (_, open) => {
    it('lets none be stored after it, and leaves none to enter later', async () => {
      let placed = 0;
      const story = async (each: readonly Round[]) => {
        placed += await tell(open, each);
      };
      await fc.assert(fc.asyncProperty(rounds, story), { numRuns: 3, endOnFailure: true });
      expect(placed, 'some enter in time').toBeGreaterThan(0);
    }, 120_000);
  },
);

class Scene {
  stage: StrategyStage = 'FULL_REAL';
  #last = 0;

  private constructor(
    readonly r: RealDesk,
    readonly turnstile: Turnstile,
    readonly servers: Readonly<Record<'first' | 'second', BookDesk>>,
    readonly place: RunBook,
    readonly stop: StopStrategy,
  ) {}

  static async open(open: OpenTestDatabase): Promise<Scene> {
    const r = await RealDesk.start(open);
    const turnstile = new Turnstile();
    const server = (name: string) => {
      const { book, knex } = r.t.fresh.another();
      const gated = through(book, turnstile, name, ['change']);
      return { book: gated, knex, desk: r.server({ book: gated }, (deps) => deps) };
    };
    const [first, second, acts] = [server('first'), server('second'), server('acts')];
    const store = new SqlStrategyRuns(acts.knex, 'REAL');
    const place: RunBook = {
      ...{ mode: 'REAL', book: acts.book, trading: acts.desk.trading, mayTrade: true },
      runs: through(store, turnstile, 'acts', ['end']),
    };
    const stop = new StopStrategy({
      ...{ books: { PAPER: null, REAL: place }, strategies: { byId: async () => null } },
      ...{ users: { byName: async () => ADA as never }, clock: r.t.clock, log: new SilentLog() },
      ...{ ids: new SeqIds('stop-'), digest: (text: string) => text },
    });
    const servers = { first: first.desk, second: second.desk };
    return new Scene(r, turnstile, servers, place, stop);
  }

  async ready(): Promise<StrategyRun> {
    const { r, place } = this;
    const startedAt = r.t.clock.now();
    this.stage = 'FULL_REAL';
    await place.book.change('ada', (change) => change.setKillSwitch('OFF', startedAt, 'user:ada'));
    await r.arm();
    return place.runs.start(aRun({ id: `r${(this.#last += 1)}`, startedAt }));
  }

  /** Enters with the rung read before the entry, as the desk does. */
  async enter({ id: runId }: StrategyRun, at: 'first' | 'second'): Promise<void> {
    const mark = { runId, strategyId: 's1', version: 1 };
    const terms = { mark, stage: this.stage, budget: dec(1_000_000), boundBy: null };
    await this.servers[at].strategyDoor.enter(ADA, this.r.t.ticket(), terms);
  }

  act(act: Round['act'], run: StrategyRun): Promise<void> {
    const { place, stop, r } = this;
    const by = { actor: 'user:ada', why: 'a test stops it' };
    switch (act) {
      case 'demote':
        this.stage = 'PAPER';
        return stop.stop(place, run, by);
      case 'stop':
        return stop.stop(place, run, by);
      case 'disarm':
        return stopAround(stop, 'ada', by, () => this.#disarm());
      case 'HALT_ENTRIES':
      case 'HALT_ALL':
        return place.book.change('ada', (change) =>
          change.setKillSwitch(act, r.t.clock.now(), 'user:ada'),
        );
    }
  }

  #disarm(): Promise<void> {
    const at = this.r.t.clock.now();
    const by = { at, actor: 'user:ada', why: 'REAL was disarmed' };
    const says = () => 'REAL was disarmed.';
    return this.place.book.change('ada', (change) => endArming(change, { ...by, says }));
  }
}

/** The same object, whose calls of these names wait for their turn. */
function through<T extends object>(
  of: T,
  turnstile: Turnstile,
  name: string,
  gated: readonly (keyof T)[],
): T {
  return new Proxy(of, {
    get: (_, key) => {
      const part: unknown = Reflect.get(of, key);
      if (typeof part !== 'function') return part;
      const call = (...asked: unknown[]): unknown => Reflect.apply(part, of, asked);
      if (!gated.includes(key as keyof T)) return call;
      return async (...asked: unknown[]) => {
        await turnstile.gate(name);
        return call(...asked);
      };
    },
  });
}

async function tell(open: OpenTestDatabase, each: readonly Round[]): Promise<number> {
  const scene = await Scene.open(open);
  try {
    for (const { act, turns } of each) {
      const run = await scene.ready();
      const works = {
        first: () => scene.enter(run, 'first'),
        second: () => scene.enter(run, 'second'),
        acts: () => scene.act(act, run),
      };
      for (const end of await scene.turnstile.run(works, turns))
        if (end.status === 'rejected' && !(end.reason instanceof Refusal)) throw end.reason;
      await scene.r.t.sync();
      await leftBehind(scene, act);
      // The next round begins with nothing under way.
      await scene.stop.stop(scene.place, run, { actor: 'user:ada', why: 'the round is over' });
      await scene.r.t.sync();
    }
    return await checkLog(scene);
  } finally {
    await scene.r.stop();
  }
}

/** Checks that nothing is left active after an act, except after a halt, which leaves orders at the venue. */
async function leftBehind({ r }: Scene, act: Round['act']): Promise<void> {
  if (act === 'HALT_ENTRIES' || act === 'HALT_ALL') return;
  const active = await r.t.fresh.book.read('ada').activeTrades();
  expect(
    active.map(({ trade }) => trade.status),
    `after ${act}`,
  ).toEqual([]);
  expect(r.t.venue.orders.filter(({ status }) => status === 'open')).toEqual([]);
}

/** Checks the entries by the log, which is in the order of transactions; returns the number of stored ones. */
async function checkLog({ r }: Scene): Promise<number> {
  const book = r.t.fresh.book.read('ada');
  const log = await book.log({ first: 500, after: null });
  expect(log.hasNextPage).toBe(false);
  let [isArmed, level, stored] = [false, 'OFF', 0];
  const ended = new Set<string>();
  for (const { action, tradeId, detail } of log.items.map(({ item }) => item).reverse()) {
    const told = detail as { runId: string; to: string };
    if (action === 'REAL_ARMED') isArmed = true;
    if (action === 'REAL_DISARMED') isArmed = false;
    if (action === 'KILL_SWITCH_SET') level = told.to;
    if (action === 'STRATEGY_STOPPED') ended.add(told.runId);
    if (action === 'ORDER_SUBMITTED') expect(level, 'nothing goes out under a halt').toBe('OFF');
    if (action !== 'INTENT_STORED') continue;
    const { trade } = (await book.trade(tradeId!))!;
    stored += 1;
    expect(isArmed, 'it is armed').toBe(true);
    expect(level, 'no halt').toBe('OFF');
    expect(ended.has(trade.strategyRun!.runId), 'its run goes on').toBe(false);
  }
  return stored;
}
