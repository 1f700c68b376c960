import { readDeposits } from '../../../server/usecases/book/read-history.ts';
import type { Broker, Brokers } from '../../../server/ports/broker.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { TradierDesk } from './tradier-desk.ts';

/** The morning after the night in which Tradier writes its statement. */
const MORNING = new Date('2026-03-11T16:00:00Z');

/** Ada's REAL desk, whose settings name the account, before anything is traded there. */
export async function namedRealDesk(open?: OpenTestDatabase): Promise<TradierDesk> {
  const desk = await TradierDesk.start(open, { mode: 'REAL', production: true });
  restartNamed(desk);
  return desk;
}

export function restartNamed(
  desk: TradierDesk,
  through: (deps: BookDeps) => BookDeps = (deps) => deps,
): void {
  const place = { venue: 'TRADIER_LIVE', account: desk.venue.accountId } as const;
  const all = async () => [{ ...place, username: 'ada' }];
  desk.restart((deps) => through({ ...deps, named: { all, of: async () => [place] } }));
}

/** Brokers that call `happens` after a look has read the book and before the venue returns the balances. */
export function beforeBalances(brokers: Brokers, happens: () => Promise<void>): Brokers {
  const slow = (broker: Broker): Broker =>
    new Proxy(broker, {
      get(target, name) {
        if (name === 'balances') return async () => (await happens(), target.balances());
        const found: unknown = Reflect.get(target, name);
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      },
    });
  return new Proxy(brokers, {
    get(target, name) {
      if (name === 'of')
        return async (...args: Parameters<Brokers['of']>) => {
          const broker = await target.of(...args);
          return broker && slow(broker);
        };
      const found: unknown = Reflect.get(target, name);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
}

/** Acts on a desk of real money, and reads what it has booked as deposits. */
export function depositsScene(t: TradierDesk) {
  const reader = () => t.fresh.book.read('ada');
  /** The deposits booked after the one with which a test's book begins, in dollars. */
  const booked = async (): Promise<string[]> =>
    (await readDeposits(reader())).slice(1).map(({ amount }) => amount.toFixed());
  const look = async (seconds = 300): Promise<void> => {
    t.pass(seconds);
    await t.desk.reconcile.execute();
  };
  const checks = async () => {
    const found = await reader().invariantChecks();
    return found.filter(({ invariant }) => ['CASH', 'PNL'].includes(invariant));
  };
  const logged = async (): Promise<string[]> => {
    const page = await reader().log({ first: 50, after: null });
    return page.items.map(({ item }) => (item.detail as { message: string }).message);
  };
  const states = async () => (await checks()).map(({ state }) => state);
  async function opened(): Promise<void> {
    await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
  }
  const exit = async (price: string) => {
    t.venue.fill(t.legs()[1]!, { price });
    await t.sync();
  };
  const nextMorning = (): void => {
    t.venue.now = t.clock.advance(MORNING.getTime() - t.clock.now().getTime());
    t.quote(1.45, 1.55);
  };
  return { reader, booked, look, checks, logged, states, opened, exit, nextMorning };
}
