import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { Armings } from '../../../ports/real-money.ts';
import { rawRows } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';

export class SqlArmings implements Armings {
  /** `knex`: a book's database, acting for the desk. */
  constructor(private readonly knex: Knex) {}

  async armed(): Promise<readonly Username[]> {
    const held = await retryTransient(() =>
      rawRows<{ username: Username }>(this.knex, 'SELECT username FROM armings', []),
    );
    return held.map(({ username }) => username);
  }
}
