import type { Knex } from 'knex';
import { isOver, NEW_VENUE, type VenueState } from '../../domain/matching/venue-state.ts';
import type { Clock } from '../../ports/clock.ts';
import { venueStateFromJson, venueStateToJson } from './venue-state-json.ts';
import type { VenueStore, VenueWork } from './venue-store.ts';

interface Row {
  readonly account: string;
  readonly version: number;
  readonly state: string;
}

/** Each lost attempt means that another change was stored, so this many losses in a row mean a defect. */
const ATTEMPTS = 200;

/**
 * The table `simulated_venue`. Changes to one account queue within a server. Between servers on one database
 * the version decides, and the later one works again on the new state.
 */
export class SqlVenueStore implements VenueStore {
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly knex: Knex,
    private readonly clock: Clock,
  ) {}

  async change<T>(account: string, work: (state: VenueState) => Promise<VenueWork<T>>): Promise<T> {
    const before = this.#queues.get(account) ?? Promise.resolve();
    const mine = before.then(() => this.#compareAndSet(account, work));
    const settled = mine.then(ignore, ignore);
    this.#queues.set(account, settled);
    try {
      return await mine;
    } finally {
      if (this.#queues.get(account) === settled) this.#queues.delete(account);
    }
  }

  async accounts(): Promise<string[]> {
    return this.knex('simulated_venue').where('working', 1).pluck<string[]>('account');
  }

  async #compareAndSet<T>(
    account: string,
    work: (state: VenueState) => Promise<VenueWork<T>>,
  ): Promise<T> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const row = await this.knex<Row>('simulated_venue').where('account', account).first();
      const state = row ? venueStateFromJson(row.state) : NEW_VENUE;
      const next = await work(state);
      if (next.state === state || (await this.#store(account, row?.version ?? 0, next.state))) {
        return next.result;
      }
    }
    throw new Error(`The simulated venue's account ${account} could not be changed.`);
  }

  /** False when another server was faster. */
  async #store(account: string, version: number, state: VenueState): Promise<boolean> {
    const row = {
      version: version + 1,
      state: venueStateToJson(state),
      working: state.orders.every(isOver) ? 0 : 1,
      updated_at: this.clock.now().getTime(),
    };
    const table = this.knex('simulated_venue');
    if (version > 0) return (await table.where({ account, version }).update(row)) === 1;
    const inserted: unknown[] = await table
      .insert({ account, ...row })
      .onConflict('account')
      .ignore()
      .returning('account');
    return inserted.length === 1;
  }
}

function ignore(): void {}
