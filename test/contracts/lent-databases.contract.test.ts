import { describe, expect, it } from 'vitest';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { databases, openSqlite } from '../support/databases/databases.ts';
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

  it('is reached over a connection of before, which keeps nothing of its session', async () => {
    const session = async ({ knex }: Awaited<ReturnType<typeof open>>) =>
      (
        await knex.raw<{ rows: object[] }>(
          "SELECT pg_backend_pid() AS pid, current_setting('twinbook.note', true) AS note",
        )
      ).rows[0] as { pid: number; note: string | null };
    const first = await open('book');
    const { pid } = await session(first);
    await first.knex.raw("SELECT set_config('twinbook.note', 'mine', false)");
    expect((await session(first)).note).toBe('mine');
    await first.close();
    const second = await open('book');
    const then = await session(second);
    expect(then.pid).toBe(pid);
    expect(then.note ?? '').toBe('');
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

describe('a file that another test has had', () => {
  const fileOf = ({ address }: Awaited<ReturnType<typeof openSqlite>>) =>
    'file' in address && address.file;
  const write = ({ knex }: Awaited<ReturnType<typeof openSqlite>>) =>
    knex('mark_turns').update({ last: 7 });

  it('is lent again as it was made, and its first user reaches it no more', async () => {
    const first = await openSqlite('book');
    await write(first);
    await first.close();
    const second = await openSqlite('book');
    expect(fileOf(second)).toBe(fileOf(first));
    await expect(write(first)).rejects.toThrow();
    expect(await second.knex('mark_turns').select()).toEqual([{ id: 1, last: 0 }]);
    expect(await second.another()('mark_turns').select()).toEqual([{ id: 1, last: 0 }]);
    await second.close();
  });

  it('is lent again without what a transaction left open', async () => {
    const first = await openSqlite('book');
    await first.knex.raw('BEGIN');
    await write(first);
    await first.close();
    const second = await openSqlite('book');
    expect(fileOf(second)).toBe(fileOf(first));
    expect(await second.knex('mark_turns').select()).toEqual([{ id: 1, last: 0 }]);
    await second.close();
  });

  it('is lent to nobody when its tables have changed', async () => {
    const first = await openSqlite('desk');
    await first.knex.raw('ALTER TABLE desk_lock ADD COLUMN note text');
    await first.close();
    const second = await openSqlite('desk');
    expect(fileOf(second)).not.toBe(fileOf(first));
    expect(await second.knex('desk_lock').select()).toEqual([{ id: 1, lock_count: 0 }]);
    await second.close();
  });
});
