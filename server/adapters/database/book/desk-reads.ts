import type { CalendarDate, Mint, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { AlertKind, StandingAlert } from '../../../domain/account/alert.ts';
import { grouped } from '../../../domain/grouped.ts';
import type { TokenMarketName } from '../../../domain/instrument/instrument.ts';
import type { Held, Markable, Trade, TradeAggregate } from '../../../domain/trade/trade.ts';
import type { VenueName } from '../../../domain/venue.ts';
import type { ReadNews } from '../../../ports/book-news.ts';
import type { BookendRecord, WatchedJob } from '../../../ports/mark-writes.ts';
import type { TradesByUser } from '../../../ports/narrow-reads.ts';
import type { TripMoment, TripRecord } from '../../../ports/trip-evidence.ts';
import type { UserAccount } from '../../../ports/turns.ts';
import { readNews } from '../log/read-news.ts';
import { readBookends } from '../marks/bookend-ledger.ts';
import { lastTick } from '../marks/job-ticks.ts';
import { MarkableTrades } from '../marks/read-markable.ts';
import { among } from '../sql/chunks.ts';
import * as accounts from '../trades/active-accounts.ts';
import { heldMints } from '../trades/held-mints.ts';
import { knownOrRead } from '../trades/load-trades.ts';
import { UNGUARDED } from '../trades/narrow-reads.ts';
import { MarkMemory } from '../trades/mark-memory.ts';
import { idsAtVenue, ordersAtVenue } from '../trades/orders-at-venue.ts';
import { TradeMemory } from '../trades/trade-memory.ts';
import { TradeRow, tradeFromRow } from '../trades/trade-row.ts';
import { tradedAccounts } from '../trades/venue-accounts.ts';
import { FiguresMemory } from './open-figures.ts';
import { standingAlerts } from './alert-ledger.ts';
import { tripRecords } from './trip-evidence.ts';

/** What the desk's jobs read of every user's book. */
export class SqlDeskReads {
  protected readonly memory: { readonly trades: TradeMemory; readonly figures: FiguresMemory };
  readonly #markable: MarkableTrades;

  constructor(protected readonly knex: Knex) {
    const marks = new MarkMemory();
    this.memory = { trades: new TradeMemory(marks), figures: new FiguresMemory() };
    this.#markable = new MarkableTrades(knex, marks);
  }

  readonly news: ReadNews = (asked, lines) => readNews(this.knex, this.memory.trades, asked, lines);

  async activeUsers(endedSince?: Date): Promise<readonly string[]> {
    const working = ordersAtVenue(this.knex, endedSince).select('username');
    const rows = (await this.knex('trades')
      .whereIn('phase', ['PENDING', 'OPEN'])
      .select('username')
      .union(working)) as {
      username: Username;
    }[];
    return rows.map(({ username }) => username).sort();
  }

  activeAccounts(endedSince?: Date): Promise<readonly UserAccount[]> {
    return accounts.activeAccounts(this.knex, endedSince);
  }

  unguardedAccounts(): Promise<readonly UserAccount[]> {
    return accounts.unguardedAccounts(this.knex);
  }

  unguardedTradesOf(usernames: readonly Username[]): Promise<TradesByUser> {
    return this.#byUser(usernames, (db) =>
      db('trades')
        .where(among(db, 'username', usernames))
        .whereRaw(UNGUARDED),
    );
  }

  heldMints(market: TokenMarketName): Promise<readonly Mint[]> {
    return heldMints(this.knex, market);
  }

  tradesAtVenueOf(usernames: readonly Username[], endedSince: Date): Promise<TradesByUser> {
    return this.#byUser(usernames, (db) =>
      db('trades').whereIn('id', idsAtVenue(db, usernames, endedSince)),
    );
  }

  tradedAccounts(endedSince: Date): Promise<readonly UserAccount[]> {
    return tradedAccounts(this.knex, endedSince);
  }

  async usersAt(venue: VenueName): Promise<readonly string[]> {
    return this.knex('trades')
      .where({ venue })
      .whereIn('phase', ['PENDING', 'OPEN'])
      .distinct('username')
      .orderBy('username')
      .pluck('username');
  }

  async accountNames(): Promise<readonly string[]> {
    const rows = (await this.knex('accounts').select('username').orderBy('username')) as {
      username: Username;
    }[];
    return rows.map(({ username }) => username);
  }

  standing(kinds: AlertKind | readonly AlertKind[]): Promise<readonly StandingAlert[]> {
    return standingAlerts(this.knex, kinds);
  }

  tripRecords(moment: TripMoment): Promise<ReadonlyMap<Username, TripRecord>> {
    return tripRecords(this.knex, moment);
  }

  accountsAwaitingDelivery(): Promise<readonly UserAccount[]> {
    return accounts.accountsAwaitingDelivery(this.knex);
  }

  markableTrades(venue?: VenueName): Promise<readonly Markable[]> {
    return this.#markable.read(venue);
  }

  async openUntil(date: CalendarDate): Promise<readonly Trade[]> {
    const rows = await TradeRow.query(this.knex)
      .where({ phase: 'OPEN', asset_class: 'OPTION' })
      .where('expiration', '<=', date)
      .orderBy(['username', 'id']);
    return rows.map(tradeFromRow);
  }

  lastTick(job: WatchedJob): Promise<Date | null> {
    return lastTick(this.knex, job);
  }

  heldSince(since: Date): Promise<readonly Held[]> {
    return this.#markable.heldSince(since);
  }

  bookends(dates: readonly string[]): Promise<readonly BookendRecord[]> {
    return readBookends(this.knex, dates);
  }

  async #byUser(
    usernames: readonly Username[],
    which: (db: Knex) => Knex.QueryBuilder,
  ): Promise<TradesByUser> {
    const found = await knownOrRead(this.knex, this.memory.trades, which);
    const byUser = grouped<TradeAggregate, Username>(found, ({ trade }) => trade.username);
    return new Map(usernames.map((username) => [username, byUser.get(username) ?? []]));
  }
}
