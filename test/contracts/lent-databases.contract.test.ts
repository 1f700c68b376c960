import { describe, expect, it } from 'vitest';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { databases } from '../support/databases/databases.ts';
import { postgresUrl } from '../support/databases/postgres-url.ts';

const [, postgres] = databases();

describe.skipIf(postgresUrl() === null)('a database that another test has had', () => {
  const open = postgres![1];
  const schemaOf = ({ address }: Awaited<ReturnType<typeof open>>) =>
    'schema' in address && address.schema;

  it('is lent again as it was made, however much was written', async () => {
    const first = await open('book');
    await actingFor(first.knex, 'owner').raw(
      `INSERT INTO idempotency_keys (username, key, operation, input_digest, trade_id, remembered_at)
       SELECT 'ada', n, repeat('x', 100), 'd', 't', n FROM generate_series(1, 2000) n`,
    );
    await first.knex('mark_turns').update({ last: 7 });
    await first.close();
    const second = await open('book');
    expect(schemaOf(second)).toBe(schemaOf(first));
    expect(await second.knex('idempotency_keys').select()).toEqual([]);
    expect(await second.knex('mark_turns').select()).toEqual([{ id: 1, last: 0 }]);
    const size = await actingFor(second.knex, 'owner').raw<{ rows: object[] }>(
      "SELECT pg_table_size('idempotency_keys')::bigint < 131072 AS small",
    );
    expect(size.rows).toEqual([{ small: true }]);
    await second.close();
  });

  it('is lent to nobody when its tables have changed', async () => {
    const first = await open('desk');
    await actingFor(first.knex, 'owner').raw('ALTER TABLE desk_lock ADD COLUMN note text');
    await first.close();
    const second = await open('desk');
    expect(schemaOf(second)).not.toBe(schemaOf(first));
    expect(await second.knex('desk_lock').select()).toEqual([{ id: 1, lock_count: 0 }]);
    await second.close();
  });
});
