import { AT_TOUCH } from '../../../server/domain/matching/fill-model.ts';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { expect } from 'vitest';
import { SqlVenueStore } from '../../../server/adapters/simulated/sql-venue-store.ts';
import { SimulatedBroker } from '../../../server/adapters/simulated/simulated-broker.ts';
import { SimulatedVenue } from '../../../server/adapters/simulated/simulated-venue.ts';
import { dec, sum, ZERO } from '../../../server/domain/decimal.ts';
import type { Snapshot } from '../../../server/domain/market/mark.ts';
import { isWorking } from '../../../server/domain/order/order-status.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { entryPriceOf, type TradeAggregate } from '../../../server/domain/trade/trade.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../databases/fresh-book.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { RecordedExchange } from '../recorded/recorded-exchange.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import type { Outcome, Plan } from '../slow/slow-outcome.ts';
import { ADA } from './tradier-desk.ts';
import { alwaysOpen } from '../fakes/brokers.ts';
import { wholeTrade } from '../values/whole-trade.ts';
import { NO_TOKENS } from '../../../server/ports/token-trading.ts';

const PLACES = 8;
/** How often the jobs run that check for anything missed. */
const SCHEDULE_MS = 15 * 60_000;
const START = dec(100_000);
const CAPITAL = dec(200_000_000);

const REFUSED: Outcome = {
  ...{ status: 'REFUSED', entries: [], exits: [], closedAt: null, marks: [], bookends: [] },
  ...{ fees: '0', realized: '0', net: '0', openCost: '0', cash: '0' },
  ...{ best: null, worst: null, settledBy: null, shares: null },
};

/** The whole desk at the simulated venue, with a recorded market and a clock that the test sets. */
export class RecordedDesk {
  readonly desk: BookDesk;
  /** The trades of the plans that were not refused, by id. */
  readonly #placed = new Map<Plan, string>();
  readonly #venue: SimulatedVenue;
  #keys = 0;

  private constructor(
    readonly fresh: FreshBook,
    readonly clock: FakeClock,
    readonly exchange: RecordedExchange,
  ) {
    const sources = { of: async () => exchange, snapshotsFor: async () => exchange };
    const { book, knex } = fresh;
    const store = new SqlVenueStore(knex, clock);
    this.#venue = new SimulatedVenue(store, exchange, clock);
    const broker = new SimulatedBroker('ada', store, exchange, clock, {
      fillRule: async () => AT_TOUCH,
      deposits: async () => (await book.read('ada').account()).deposits,
      movedElsewhere: async () => ZERO,
    });
    const deps: BookDeps = {
      tokens: NO_TOKENS,
      ...{ book, sources, clock, settings: new MemorySettings(), ids: new SeqIds('r') },
      ...{ log: new SilentLog(), mayTrade: true, timers: machineTimers, deskHalt: () => 'OFF' },
      brokers: alwaysOpen(async () => broker),
    };
    this.desk = new BookDesk(deps, { version: 'test', testClock: true });
  }

  static async start(unlimited: boolean, open?: OpenTestDatabase): Promise<RecordedDesk> {
    const clock = new FakeClock();
    const fresh = await freshBook(['ada'], open);
    return new RecordedDesk(fresh, clock, new RecordedExchange(clock, unlimited));
  }

  /** Plays each minute: what the schedule does, and what a person does then. */
  async live(minutes: readonly number[], bookends: readonly number[], plans: readonly Plan[]) {
    this.clock.set(new Date(minutes[0]!));
    await this.desk.account.deposit(ADA, CAPITAL);
    await this.desk.takeBookends.execute();
    const instants = new Set([...minutes, ...bookends.filter((at) => at > minutes[0]!)]);
    for (const at of [...instants].sort((a, b) => a - b)) {
      this.clock.set(new Date(at));
      if (bookends.includes(at)) await this.desk.takeBookends.execute();
      if (!minutes.includes(at)) continue;
      await this.#meet();
      const due = plans.filter((plan) => plan.at === at || plan.closeAt === at);
      for (const plan of due) await (plan.at === at ? this.#place(plan) : this.#close(plan));
      const isOnSchedule = at % SCHEDULE_MS === 0;
      if (due.length > 0 || isOnSchedule) await this.desk.syncOrders.execute();
      await this.#meet();
      await this.desk.watchExits.execute();
      await this.desk.takeSnapshots.execute();
      if (!isOnSchedule) continue;
      await this.desk.settleExpiry.execute();
      await this.expectMoney();
    }
  }

  /** Runs the venue's matching, and learns its changes at once, as the server does. */
  async #meet(): Promise<void> {
    for (let beats = 0; beats < 5; beats += 1) {
      const { changed, failures } = await this.#venue.tick();
      expect(failures).toEqual([]);
      if (changed.length === 0) return;
      await this.desk.syncOrders.execute();
    }
    throw new Error('The venue does not come to rest.');
  }

  /** Settles expired contracts after the close, twice. */
  async settle(at: string): Promise<void> {
    this.clock.set(new Date(at));
    await this.desk.settleExpiry.execute();
    await this.desk.settleExpiry.execute();
    await this.expectMoney();
  }

  /** The outcome in the book. */
  async outcome(plan: Plan): Promise<Outcome> {
    const id = this.#placed.get(plan);
    if (id === undefined) return REFUSED;
    const stored = await wholeTrade(this.fresh.book.read('ada'), id);
    return outcomeOf(stored, await this.#snapshotsOf(id));
  }

  async #place(plan: Plan): Promise<void> {
    const price = (text: string | null) => (text === null ? null : dec(text));
    const { symbol, side, stop, target, stopLimit, trailPct } = plan;
    const isShare = side === 'BUY';
    try {
      const { id } = await this.desk.trading.executeOrder(ADA, {
        open: {
          mode: 'PAPER',
          idempotencyKey: this.#key(),
          ...(isShare ? { equity: { symbol } } : { option: { symbol } }),
          ...{ side, quantity: dec(plan.quantity), timeInForce: 'DAY' },
          orderType: plan.limit === null ? 'MARKET' : 'LIMIT',
          limitPrice: price(plan.limit),
          bracket: {
            ...{ stopLoss: price(stop), takeProfit: price(target) },
            ...{ stopLimit: price(stopLimit), trailingPct: price(trailPct) },
          },
        },
      });
      this.#placed.set(plan, id);
    } catch (error) {
      // A market order without a trusted price is refused.
      if (!(error instanceof Refusal) || error.code !== 'PRICE_UNTRUSTED') throw error;
    }
  }

  /** Closes a plan's position once its entry has filled whole and nothing else is under way. */
  async #close(plan: Plan): Promise<void> {
    const id = this.#placed.get(plan);
    const stored = id === undefined ? null : await this.fresh.book.read('ada').trade(id);
    if (!stored || stored.trade.status !== 'OPEN') return;
    const entry = stored.orders.find(({ role }) => role === 'ENTRY')!;
    if (isWorking(entry.status)) return;
    const { version: expectedVersion } = stored.trade;
    const idempotencyKey = this.#key();
    const call = { id: stored.trade.id, expectedVersion, idempotencyKey } as const;
    await this.desk.trading.executeOrder(ADA, { close: { ...call, orderType: 'MARKET' } });
  }

  #key(): string {
    this.#keys += 1;
    return `recorded-${this.#keys}`;
  }

  /** A trade's snapshots, oldest first. */
  async #snapshotsOf(id: string): Promise<Snapshot[]> {
    const reader = this.fresh.book.read('ada');
    const snapshots: Snapshot[] = [];
    let after: string | null = null;
    do {
      const page = await reader.snapshots(id, null, { first: 500, after });
      snapshots.push(...page.items.map(({ item }) => item));
      after = page.hasNextPage ? page.items.at(-1)!.cursor : null;
    } while (after !== null);
    return snapshots.reverse();
  }

  /** The outcomes of all trades, including delivered shares, add up to the account. */
  async expectTotals(outcomes: readonly Outcome[]): Promise<void> {
    const of = (pick: (outcome: Outcome) => string) => sum(outcomes.map((each) => dec(pick(each))));
    const shares = sum(
      outcomes.map(({ shares: count, settledBy }) => dec(count ?? 0).times(settledBy ?? 0)),
    );
    const { cash, deposits, realizedPnl, fees } = await this.fresh.book.read('ada').account();
    expect({ deposits, cash, realizedPnl, fees }).toEqual({
      deposits: CAPITAL.plus(START),
      cash: CAPITAL.plus(START)
        .plus(of((each) => each.cash))
        .minus(shares),
      realizedPnl: of((each) => each.realized),
      fees: of((each) => each.fees),
    });
    const positions = await this.fresh.book.read('ada').positions();
    const atCost = sum(positions.map(({ costBasis }) => costBasis));
    expect(atCost.toFixed()).toBe(
      of((each) => each.openCost)
        .plus(shares)
        .toFixed(),
    );
  }

  /** Cash + positions at cost = deposits + realised P&L − fees, to the last decimal. */
  async expectMoney(): Promise<void> {
    const reader = this.fresh.book.read('ada');
    const [account, positions] = await Promise.all([reader.account(), reader.positions()]);
    const have = account.cash.plus(sum(positions.map(({ costBasis }) => costBasis)));
    const should = account.deposits.plus(account.realizedPnl).minus(account.fees);
    if (!have.equals(should)) throw new Error(`${have.toFixed()} is not ${should.toFixed()}`);
  }
}

function outcomeOf({ trade, orders }: TradeAggregate, snapshots: readonly Snapshot[]): Outcome {
  const fills = (isEntry: boolean) =>
    orders
      .filter(({ role }) => (role === 'ENTRY') === isEntry)
      .flatMap((order) => order.fills)
      .sort((a, b) => a.filledAt.getTime() - b.filledAt.getTime())
      .map(
        ({ filledAt, quantity, price }) =>
          `${filledAt.toISOString()} ${quantity.toFixed()} at ${price.toFixed()}`,
      );
  return {
    status: trade.status,
    entries: fills(true),
    exits: fills(false),
    closedAt: entryPriceOf(trade) && (trade.closedAt?.toISOString() ?? null),
    fees: trade.fees.toFixed(),
    realized: trade.realizedPnl.toFixed(),
    net: trade.realizedPnl.minus(trade.fees).toFixed(),
    openCost: trade.openCost.toFixed(),
    cash: trade.cashFlow.toFixed(),
    best: trade.maxFavorableExcursion?.toFixed(PLACES) ?? null,
    worst: trade.maxAdverseExcursion?.toFixed(PLACES) ?? null,
    marks: snapshots
      .filter(({ kind }) => kind === 'INTRADAY')
      .map(({ price }) => price?.toFixed() ?? null),
    bookends: snapshots
      .filter(({ kind }) => kind !== 'INTRADAY')
      .map(({ kind, takenAt, price }) => `${takenAt.toISOString()} ${kind} ${price?.toFixed()}`),
    settledBy: trade.settlement?.price.toFixed() ?? null,
    shares: trade.settlement?.shares?.toFixed() ?? null,
  };
}
