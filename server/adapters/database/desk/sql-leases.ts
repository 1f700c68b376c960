import type { Knex } from 'knex';
import { LEASE_MS, type LeaseName, type Leases } from '../../../ports/leases.ts';
import { rawRows } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';

const TAKE = `INSERT INTO leases (lane, name, username, holder, until) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (lane, name) DO UPDATE SET holder = excluded.holder, until = excluded.until
  WHERE leases.holder = excluded.holder OR leases.until <= ? RETURNING name`;

/** Leases as rows. A single statement decides, so a transaction pooler may sit in between. */
export class SqlLeases implements Leases {
  constructor(
    private readonly knex: Knex,
    /** Unique to this run of this server. */
    private readonly holder: string,
    private readonly now: () => number = Date.now,
  ) {}

  async take({ lane, name, username }: LeaseName): Promise<boolean> {
    const now = this.now();
    const values = [lane, name, username, this.holder, now + LEASE_MS, now];
    const taken = await retryTransient(() => rawRows(this.knex, TAKE, values));
    return taken.length > 0;
  }

  async release({ lane, name }: LeaseName): Promise<void> {
    const { holder } = this;
    await retryTransient(async () => {
      await this.knex('leases').where({ lane, name, holder }).delete();
    });
  }

  async heldByOthers(lane: string): Promise<ReadonlySet<string>> {
    const held = this.#standing(lane).whereNot('holder', this.holder);
    return new Set(await held.pluck<string[]>('name'));
  }

  async users(lane: string): Promise<ReadonlySet<string>> {
    return new Set(await this.#standing(lane).distinct('username').pluck<string[]>('username'));
  }

  #standing(lane: string): Knex.QueryBuilder {
    return this.knex('leases').where({ lane }).where('until', '>', this.now());
  }
}
