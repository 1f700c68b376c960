import type { Knex } from 'knex';
import {
  bookEventToRow,
  eventHash,
  GENESIS,
  type EventColumns,
  type NewEventColumns,
} from '../../../server/adapters/database/log/event-row.ts';
import { orderRows, writeOrders } from '../../../server/adapters/simulated/order-rows.ts';
import {
  orderFromJson,
  venueStateToJson,
} from '../../../server/adapters/simulated/venue-state-json.ts';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { NEW_VENUE } from '../../../server/domain/matching/venue-state.ts';
import { TradeCopier, venueIdAfter } from './copy-trade.ts';
import { TRADE_TABLES, type LivedDesk, type LivedTrade, type Row } from './lived-desk.ts';
import { RunningSums } from './running-sums.ts';
import { writeRows } from './write-rows.ts';

/** How many users, and how many trades each of them has. */
export interface Fill {
  readonly users: number;
  /** Open trades of each user that are quiet, with both exits at the venue. */
  readonly open: number;
  /** Further open trades of each user, which the watch of exits looks at. */
  readonly watched: number;
  readonly closed: number;
}

/** Days over which the closed trades are spread. */
const PAST_DAYS = 700;
const DAY_MS = 86_400_000;
/** The simulated venue forgets orders that ended more days ago. */
const VENUE_DAYS = 30;
const TRADES_AT_ONCE = 100;
const DOLLARS_A_TRADE = 20_000;

export function traderName(user: number): string {
  return `trader-${String(user + 1).padStart(4, '0')}`;
}

/**
 * Fills a migrated, claimed and empty PAPER book with copies of a lived desk's trades as stored, with a log
 * whose hashes form a chain and with sums that add up.
 */
export async function fillBook(knex: Knex, lived: LivedDesk, fill: Fill): Promise<void> {
  const copier = new TradeCopier(lived);
  for (let user = 0; user < fill.users; user += 1)
    await knex.transaction((trx) => new UserFill(trx, lived, copier, user, fill).write());
}

class UserFill {
  readonly #username: string;
  readonly #deposit: Decimal;
  readonly #sums = new RunningSums();
  readonly #venueOrders: LivedTrade['venueOrders'][number][] = [];
  #pending: Record<string, Row[]> = {};
  #log = { sequence: 0, hash: GENESIS };
  #copies = 0;

  constructor(
    private readonly trx: Knex.Transaction,
    private readonly lived: LivedDesk,
    private readonly copier: TradeCopier,
    private readonly user: number,
    private readonly fill: Fill,
  ) {
    const { open, watched, closed } = fill;
    this.#username = traderName(user);
    this.#deposit = dec(DOLLARS_A_TRADE).times(open + watched + closed + 1);
  }

  async write(): Promise<void> {
    const { open, watched, closed } = this.fill;
    await this.#openAccount();
    for (let at = 0; at < closed; at += 1)
      await this.#add(this.lived.closed, Math.round(((closed - at) * PAST_DAYS) / closed) * DAY_MS);
    for (let at = 0; at < open; at += 1) await this.#add(this.lived.open, 0);
    for (let at = 0; at < watched; at += 1) await this.#add(this.lived.watched, 0);
    await this.#flush();
    await this.#closeAccount();
  }

  async #openAccount(): Promise<void> {
    const at = new Date(this.lived.now.getTime() - (PAST_DAYS + VENUE_DAYS) * DAY_MS);
    const amount = this.#deposit;
    const event = bookEventToRow({
      ...{ type: 'DEPOSITED', occurredAt: at, actor: 'desk', tradeId: null },
      ...{ message: `Deposited ${amount.toFixed()} dollars.`, detail: { amount } },
    });
    const money = { cash: amount.toFixed(), deposits: amount.toFixed() };
    const rest = { realized_pnl: '0', fees: '0', kill_switch: 'OFF', lock_count: 1 };
    await writeRows(this.trx, 'accounts', [
      { username: this.#username, ...money, ...rest, ...this.#log, opened_at: at.getTime() },
    ]);
    this.#put('events', this.#chained(event));
  }

  async #add(all: readonly LivedTrade[], earlierMs: number): Promise<void> {
    const lived = all[this.#copies % all.length]!;
    const { user } = this;
    const copy = { username: this.#username, user, number: this.#copies, earlierMs };
    const { rows, venueOrders } = this.copier.copy(lived, copy);
    this.#copies += 1;
    for (const [table, each] of Object.entries(rows))
      for (const row of each) this.#put(table, table === 'events' ? this.#chained(row) : row);
    this.#sums.add(rows.trades![0]!);
    if (earlierMs < VENUE_DAYS * DAY_MS) this.#venueOrders.push(...venueOrders);
    if (this.#copies % TRADES_AT_ONCE === 0) await this.#flush();
  }

  #put(table: string, row: Row): void {
    (this.#pending[table] ??= []).push(row);
  }

  #chained(event: Row | NewEventColumns): Row {
    const { sequence, hash: previous } = this.#log;
    const line = { ...event, username: this.#username, sequence: sequence + 1 } as EventColumns;
    const chained = { ...line, hash: eventHash(previous, line) };
    this.#log = { sequence: chained.sequence, hash: chained.hash };
    return { ...chained };
  }

  async #flush(): Promise<void> {
    for (const table of Object.keys(TRADE_TABLES))
      await writeRows(this.trx, table, this.#pending[table] ?? []);
    this.#pending = {};
  }

  async #closeAccount(): Promise<void> {
    const account = this.#username;
    const { cashFlow, realizedPnl, fees } = this.#sums;
    const cash = this.#deposit.plus(cashFlow).toFixed();
    const sums = { cash, realized_pnl: realizedPnl.toFixed(), fees: fees.toFixed() };
    await this.trx('accounts')
      .where({ username: account })
      .update({ ...sums, ...this.#log, lock_count: this.#log.sequence });
    await writeRows(this.trx, 'positions', this.#sums.positions(account));
    if (this.#copies > 0)
      await writeRows(this.trx, 'venue_accounts', [
        { username: account, venue: 'SIMULATED', account },
      ]);
    await this.#writeVenue(account);
  }

  async #writeVenue(account: string): Promise<void> {
    const { cashFlow: cash, atVenue: positions } = this.#sums;
    const nextId = venueIdAfter(this.#copies);
    const state = venueStateToJson({ ...NEW_VENUE, nextId, cash, positions });
    const row = { account, version: 1, state, updated_at: this.lived.now.getTime() };
    const orders = this.#venueOrders.map((order) => orderFromJson(JSON.stringify(order)));
    await writeOrders(this.trx, orderRows(orders, { account, version: 1 }));
    await writeRows(this.trx, 'simulated_venue', [row]);
  }
}
