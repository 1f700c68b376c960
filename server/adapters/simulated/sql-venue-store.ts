import type { Knex } from 'knex';
import { byEnd, changedSince, mergedOrders } from '../../domain/matching/submissions.ts';
import { venueChanges } from '../../domain/matching/venue-changes.ts';
import { listedSince } from '../../domain/matching/venue-clock.ts';
import { familyOf, type VenueState } from '../../domain/matching/venue-state.ts';
import type { Clock } from '../../ports/clock.ts';
import { KeptAccounts, type KeptAccount } from './kept-accounts.ts';
import { orderRows, writeOrders } from './order-rows.ts';
import { readAccount, reachesBack } from './read-account.ts';
import { venueStateToJson } from './venue-state-json.ts';
import type { GaugeMark, VenueStep, VenueStore } from './venue-store.ts';
import { accountsDue, waitingOrders } from './waiting-orders.ts';

/** Each lost attempt means that another change was stored, so this many losses in a row mean a defect. */
const ATTEMPTS = 200;
/** Orders kept in memory: 40 to 80 MB. */
const KEPT_ORDERS = 100_000;

interface Keeping {
  /** How many orders are kept in all. */
  readonly most?: number;
  /**
   * Set when no other process changes these accounts meanwhile: kept accounts are then not read again. If one
   * is changed nevertheless, the next write finds that and works on the new state.
   */
  readonly alone?: boolean;
}

/**
 * The tables `simulated_venue` and `simulated_orders`. Changes to one account queue within a server. Between
 * servers on one database the version decides, and the later one works again on the new state. A change reads
 * and writes the orders that have changed since this server last saw the account, not all of them.
 */
export class SqlVenueStore implements VenueStore {
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #kept: KeptAccounts;
  readonly #alone: boolean;

  constructor(
    private readonly knex: Knex,
    private readonly clock: Clock,
    { most = KEPT_ORDERS, alone = false }: Keeping = {},
  ) {
    this.#kept = new KeptAccounts(most);
    this.#alone = alone;
  }

  async change<T>(account: string, work: VenueStep<T>, endedSince?: Date): Promise<T> {
    const before = this.#queues.get(account) ?? Promise.resolve();
    const mine = before.then(() => this.#compareAndSet(account, work, endedSince ?? null));
    const settled = mine.then(ignore, ignore);
    this.#queues.set(account, settled);
    try {
      return await mine;
    } finally {
      if (this.#queues.get(account) === settled) this.#queues.delete(account);
    }
  }

  waiting = () => waitingOrders(this.knex);

  due = (marks: readonly GaugeMark[], now: Date) => accountsDue(this.knex, marks, now);

  async #compareAndSet<T>(
    account: string,
    work: VenueStep<T>,
    endedSince: Date | null,
  ): Promise<T> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const kept = this.#kept.get(account);
      const trusted = this.#alone && attempt === 0 && kept && reachesBack(kept, endedSince);
      const read = trusted ? kept : await readAccount(this.knex, account, kept, endedSince);
      this.#kept.set(account, read);
      const ended = endedSince && read.ended ? changedSince(read.ended.orders, endedSince) : [];
      const next = await work(read.state, ended);
      const nothingNew = next.state === read.state && read.unmarked.length === 0;
      if (nothingNew || (await this.#store(account, read, next.state))) return next.result;
    }
    throw new Error(`The simulated venue's account ${account} could not be changed.`);
  }

  /** False when another server was faster. */
  async #store(account: string, read: KeptAccount, next: VenueState): Promise<boolean> {
    const version = read.version + 1;
    const unmarked = new Set(read.unmarked);
    const touched = new Set(
      [...venueChanges(read.state, next), ...next.orders.filter(({ id }) => unmarked.has(id))].map(
        familyOf,
      ),
    );
    const orders = next.orders.filter((order) => touched.has(familyOf(order)));
    const { working, ended } = byEnd(next.orders);
    const latest = Math.max(...orders.map(({ changedAt }) => changedAt.getTime()));
    const stored = await this.knex.transaction(async (trx) => {
      if (!(await this.#claim(trx, account, version, next))) return false;
      await writeOrders(trx, orderRows(orders, { account, version }));
      if (ended.length > 0) await forget(trx, account, listedSince(new Date(latest)));
      return true;
    });
    if (stored)
      this.#kept.set(account, keptAfter(read, version, { ...next, orders: working }, ended));
    return stored;
  }

  /** Locks the account until the transaction ends. */
  async #claim(
    trx: Knex.Transaction,
    account: string,
    version: number,
    state: VenueState,
  ): Promise<boolean> {
    const updatedAt = this.clock.now().getTime();
    const row = { version, state: venueStateToJson(state), updated_at: updatedAt };
    const table = trx('simulated_venue');
    if (version > 1)
      return (await table.where({ account, version: version - 1 }).update(row)) === 1;
    const inserted: unknown[] = await table
      .insert({ account, ...row })
      .onConflict('account')
      .ignore()
      .returning('account');
    return inserted.length === 1;
  }
}

function keptAfter(
  { ended }: KeptAccount,
  version: number,
  state: VenueState,
  over: VenueState['orders'],
): KeptAccount {
  return {
    version,
    state,
    ended: ended && { ...ended, orders: mergedOrders(ended.orders, over) },
    unmarked: [],
  };
}

async function forget(trx: Knex.Transaction, account: string, before: Date): Promise<void> {
  await trx('simulated_orders')
    .where({ account, working: 0 })
    .where('changed_at', '<', before.getTime())
    .delete();
}

function ignore(): void {}
