import type { Username } from '../../domain/ids.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { Mark } from '../../domain/market/mark.ts';
import { indexOf, reportFor, type VenueOrderIndex } from '../../domain/order/match-report.ts';
import { LATE_FILL_MS } from '../../domain/order/ended-order.ts';
import { lateEntries } from '../../domain/reports/late-order.ts';
import type { Absence } from '../../domain/reports/settle-unknown.ts';
import { isUnwatched, watchUnprotected } from '../../domain/exits/watch-unprotected.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import {
  accountsOf,
  describeAccount,
  isIn,
  type VenueAccount,
} from '../../domain/trade/venue-account.ts';
import { isPreparing, TokenRefused, type Broker } from '../../ports/broker.ts';
import type { AdvanceTrade } from './advance-trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeAndTell, changeTrade } from '../steps/change-trade.ts';
import type { ChangeKind } from '../steps/decision.ts';
import type { UserAccount } from '../../ports/turns.ts';
import { distinctAccounts, eachAccount, userAccountOf } from '../steps/each-account.ts';
import { entryMarkOf } from '../steps/entry-mark.ts';
import { cancelLate, tradesOfLateOrders } from './late-orders.ts';
import { lookUpOrders } from './look-up-orders.ts';
import { lookUpSwaps } from './look-up-swaps.ts';
import { hasNews, hasPassed, LEARN_LISTS } from './learn-reports.ts';
import { AccountAlerts } from '../steps/account-alerts.ts';
import { ReadAhead } from '../steps/read-ahead.ts';
import { accountOfBroker } from '../steps/opening-gate.ts';
import { isQuiet } from './is-quiet.ts';

/** No stop works at the venue, and the record does not say yet who watches. */
export const WATCH_UNPROTECTED: ChangeKind<object> = {
  name: 'WATCH_UNPROTECTED',
  take: watchUnprotected,
};

/**
 * Reads every order that may still change from its venue, and updates the trades. Start-up runs the same:
 * recovery from a crash is a sync.
 */
export class SyncOrders {
  /** The comparison of an account tells it what it read there as well. */
  readonly alertAccount: AccountAlerts;

  constructor(
    private readonly deps: BookDeps,
    private readonly advanceTrade: AdvanceTrade,
  ) {
    this.alertAccount = new AccountAlerts(deps);
  }

  /** Tries every user; all failures are thrown together at the end, for the scheduler to log. */
  async execute(): Promise<void> {
    const { book, turns } = this.deps;
    const since = this.#endedSince();
    const accounts = await book.activeAccounts(since);
    const ahead = new ReadAhead(accounts, (names) => book.tradesAtVenueOf(names, since));
    const message = 'Some orders could not be synced';
    await eachAccount(turns, { lane: LANE, accounts, message }, async (account) =>
      this.user(account.username, account, await ahead.of(account.username)),
    );
  }

  /** Syncs one venue ahead of schedule, never at the same time as a sync of the same account on any server. */
  async at(username: Username, venue: VenueName): Promise<void> {
    const trades = await this.deps.book.read(username).tradesAtVenue(this.#endedSince());
    const here = trades.map(({ trade }) => trade).filter((trade) => trade.venue === venue);
    const sync = (account: UserAccount): Promise<unknown> => {
      const work = () => this.user(username, account);
      return this.deps.turns?.alone(LANE, account, work) ?? work();
    };
    await Promise.all(distinctAccounts(here.map(userAccountOf)).map(sync));
  }

  /**
   * `only`: just this account of the user, even when nothing is under way there. `read`: the user's trades at
   * venues, read before.
   */
  async user(
    username: Username,
    only?: Pick<UserAccount, 'venue' | 'account'>,
    read?: readonly TradeAggregate[],
  ): Promise<void> {
    const all = read ?? (await this.deps.book.read(username).tradesAtVenue(this.#endedSince()));
    const active = only ? all.filter(isIn(only)) : all;
    const failures: unknown[] = [];
    const places = accountsOf(active.map(({ trade }) => trade));
    for (const place of only ? [only] : places) {
      const trades = active.filter(isIn(place));
      await this.#account(username, place, trades).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, `Not all is known of ${username}`);
  }

  /** Orders that ended earlier cannot fill any more. */
  #endedSince(): Date {
    return new Date(this.deps.clock.now().getTime() - LATE_FILL_MS);
  }

  async #account(
    username: Username,
    place: VenueAccount,
    trades: readonly TradeAggregate[],
  ): Promise<void> {
    const broker = await this.deps.brokers.of(username, place);
    // An account that the user has left, without anything under way, needs no alert.
    if (!broker && trades.length === 0) return this.alertAccount.reached(username, place);
    if (!broker) {
      const why = await this.deps.brokers.whyNone(username, place);
      return this.alertAccount.unreachable(username, place, why);
    }
    await this.alertAccount.reached(username, place);
    const askedAt = this.deps.clock.now();
    const index = await this.#look(username, broker, trades);
    const { listsCurrentDayOnly } = broker.rules;
    const absence = { proven: index.complete, listsCurrentDayOnly, askedAt };
    const reader = this.deps.book.read(username);
    const late = await tradesOfLateOrders(reader, broker, trades, { index, askedAt });
    const anew = new Set(late.map(({ trade }) => trade.id));
    const failures: unknown[] = [];
    for (const stored of [...trades.filter(({ trade }) => !anew.has(trade.id)), ...late]) {
      await this.#trade(broker, stored, index, absence).catch((error: unknown) => {
        failures.push(error);
      });
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `Not all trades in ${describeAccount(place)} synced`);
  }

  async #look(
    username: Username,
    broker: Broker,
    trades: readonly TradeAggregate[],
  ): Promise<VenueOrderIndex> {
    try {
      const lookUp = isPreparing(broker)
        ? lookUpSwaps(broker, trades, this.deps.clock.now())
        : lookUpOrders(broker, trades);
      const index = await lookUp;
      await this.alertAccount.heard(username, broker, 'orders', index.unreadRows);
      return index;
    } catch (error) {
      if (error instanceof TokenRefused)
        await this.alertAccount.tokenRefused(username, broker, error.message);
      throw error;
    }
  }

  async #trade(
    broker: Broker,
    stored: TradeAggregate,
    index: VenueOrderIndex,
    absence: Absence,
  ): Promise<void> {
    const { clock } = this.deps;
    const { username } = stored.trade;
    const news = hasNews(stored, index, absence.askedAt);
    if (news) {
      this.deps.passFaultPoint?.('sync: looked');
      const entryMark = await this.#entryMark(username, stored, index);
      const reviewed = await this.#wasReviewed(stored, index, absence.askedAt);
      const at = clock.now();
      const tags = [...new Set(stored.orders.map(({ tag }) => tag))];
      const by = { at, actor: 'venue', tags };
      const given = ({ orders }: TradeAggregate) => ({
        ...{ index: indexOf(orders, index), entryMark, absence, reviewed },
      });
      const { told: late } = await changeAndTell(this.deps, stored.trade, by, LEARN_LISTS, given);
      this.deps.passFaultPoint?.('sync: learned');
      await cancelLate(this.deps, broker, late ?? []);
    }
    if (!news && hasPassed(stored)) return;
    const { id } = stored.trade;
    const stands =
      !news && this.#isQuiet(broker, stored)
        ? stored
        : await this.advanceTrade.execute(broker, username, id, { byPerson: false });
    if (news) this.deps.passFaultPoint?.('sync: advanced');
    if (isUnwatched(stands, clock.now())) {
      const at = clock.now();
      const by = { at, actor: 'desk' };
      await changeTrade(this.deps, { username, id }, by, WATCH_UNPROTECTED, () => ({}));
    }
  }

  /** Decides by what was just read: a quiet trade costs no statement. At a shut account nothing is decided. */
  #isQuiet(broker: Broker, stored: TradeAggregate): boolean {
    const { clock, gate } = this.deps;
    const isShut = gate?.holds(accountOfBroker(stored.trade.username, broker)) ?? false;
    return isShut || isQuiet(stored, broker.rules, clock.now());
  }

  /** Null when it does not matter. */
  async #wasReviewed(
    { trade, orders }: TradeAggregate,
    index: VenueOrderIndex,
    askedAt: Date,
  ): Promise<boolean | null> {
    if (lateEntries(orders, (order) => reportFor(order, index), askedAt).length === 0) return null;
    const reader = this.deps.book.read(trade.username);
    return (await reader.lastEvent(trade.id, 'REVIEWED')) !== null;
  }

  #entryMark(
    username: Username,
    { trade, orders }: TradeAggregate,
    index: VenueOrderIndex,
  ): Promise<Mark | null> {
    const entry = orders.find((order) => order.role === 'ENTRY');
    const report = entry && reportFor(entry, index);
    if (trade.openedAt || !report?.filledQuantity.greaterThan(0)) return Promise.resolve(null);
    return entryMarkOf(this.deps.sources, username, trade);
  }
}

/** Runs once at a time for each account. */
const LANE = 'sync-orders';
