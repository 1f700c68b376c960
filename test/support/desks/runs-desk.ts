import { createHash } from 'node:crypto';
import { SqlStrategyRuns } from '../../../server/adapters/database/runs/sql-strategy-runs.ts';
import { SqlStrategies } from '../../../server/adapters/database/strategies/sql-strategies.ts';
import { composeRunControl } from '../../../server/compose/run-control.ts';
import type { TradingMode } from '../../../server/domain/mode.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { StrategyKind } from '../../../server/domain/strategy/kind.ts';
import type { SavedStrategy } from '../../../server/domain/strategy/saved-strategy.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { OrderRequest } from '../../../server/ports/trading-system.ts';
import { SaveStrategy } from '../../../server/usecases/strategies/save-strategy.ts';
import { freshBook } from '../databases/fresh-book.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { aStrategy } from '../values/strategies.ts';

export const ADA = { username: 'ada', role: 'USER', demo: false } as const;

const HOUR_MS = 3_600_000;

/** Both books with their runs, and a trading system that records its requests. */
export async function runsDesk(open: OpenTestDatabase, { mayTrade = true } = {}) {
  const desk = await open('desk');
  const [paper, real] = [await freshBook(['ada'], open), await freshBook(['ada'], open, 'REAL')];
  const clock = new FakeClock();
  const store = new SqlStrategies(desk.knex);
  await store.add(aStrategy());
  const asked: OrderRequest[] = [];
  /** `before` runs before an order is placed; what it throws stands for an error of the venue. */
  const hooks = { before: async () => {}, read: async () => {} };
  const trading = {
    executeOrder: async (_: unknown, request: OrderRequest) => {
      asked.push(request);
      await hooks.before();
      return {} as Trade;
    },
  };
  const stores = {
    PAPER: new SqlStrategyRuns(paper.knex, 'PAPER'),
    REAL: new SqlStrategyRuns(real.knex, 'REAL'),
  };
  const books = {
    PAPER: { mode: 'PAPER', runs: stores.PAPER, book: paper.book, trading, mayTrade: true },
    REAL: { mode: 'REAL', runs: stores.REAL, book: real.book, trading, mayTrade },
  } as const;
  const listed = { kind: 'sma-cross', version: 'v1', interval: 'ONE_MINUTE' };
  const kind = { ...listed, error: null, parameters: {} };
  const kinds = {
    all: async () => [],
    each: async () => [],
    find: async () => kind as unknown as StrategyKind,
  };
  const strategies = {
    ...{ add: store.add.bind(store), replace: store.replace.bind(store), of: store.of.bind(store) },
    ...{ codeChanged: store.codeChanged.bind(store), above: store.above.bind(store) },
    byId: async (username: string, id: string) => {
      const found = await store.byId(username, id);
      await hooks.read();
      return found;
    },
  };
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const users = { byName: async (username: string) => ({ ...ADA, username }) as never };
  const shared = { clock, log: new SilentLog(), ids: new SeqIds(), kinds, strategies };
  const control = composeRunControl({ ...shared, books, users, digest });
  const save = new SaveStrategy({
    ...{ ...shared, runs: [stores.PAPER, stores.REAL], paper: paper.book },
  });
  return {
    ...{ control, save, clock, asked, hooks, kind, stores, books, strategies },
    deskKnex: desk.knex,
    knexOf: { PAPER: paper.knex, REAL: real.knex },
    ...{ paper: paper.book, real: real.book },
    start: (mode: TradingMode = 'PAPER', id = 's1') => control.api.start.execute(ADA, id, mode),
    stop: (mode: TradingMode | null = null) => control.api.stop.execute(ADA, 's1', mode),
    newest: (mode: TradingMode = 'PAPER') => stores[mode].newestOf('ada', 's1'),
    change: async (parts: Partial<SavedStrategy>) => {
      const now = (await store.byId('ada', 's1'))!;
      await store.replace(now, { ...now, ...parts });
    },
    arm: () => {
      const armedAt = clock.now();
      const until = new Date(armedAt.getTime() + HOUR_MS);
      return real.book.change('ada', (book) =>
        book.arm({ id: 'arming-1', accounts: [], armedAt, until }),
      );
    },
    disarm: () => real.book.change('ada', (book) => book.disarm()),
    /** The lines of the log, oldest first. */
    logged: async (mode: TradingMode = 'PAPER') => {
      const reader = books[mode].book.read('ada');
      const { items } = await reader.log({ first: 50, after: null });
      return items
        .map(({ item }) => item.action)
        .filter((each) => /STRATEGY/.test(each))
        .reverse();
    },
    close: async () => {
      await Promise.all([desk.close(), paper.close(), real.close()]);
    },
  };
}

export type RunsDesk = Awaited<ReturnType<typeof runsDesk>>;

/** The refusal; null when the act was done. */
export async function refusalOf(what: Promise<unknown>): Promise<Refusal | null> {
  try {
    await what;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
