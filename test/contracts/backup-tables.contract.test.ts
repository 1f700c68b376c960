import { describe, expect, it } from 'vitest';
import { BOOK_LEFT_OUT, BOOK_TABLES } from '../../server/adapters/database/backup/book-tables.ts';
import { DESK_LEFT_OUT, DESK_TABLES } from '../../server/adapters/database/backup/desk-tables.ts';
import { isPostgres, rawRows } from '../../server/adapters/database/sql/dialect.ts';
import { databases } from '../support/databases/databases.ts';

/** Tables that the migrations keep for themselves. */
const MIGRATING = ['applied_migrations', 'migration_turn'];

const LISTS = [
  ['desk', DESK_TABLES, DESK_LEFT_OUT],
  ['book', BOOK_TABLES, BOOK_LEFT_OUT],
] as const;

describe.each(databases())('the tables of a backup on %s', (_, open) => {
  it.each(LISTS)(
    'are all that migrations make for the %s, each in one list with a reason',
    async (which, kept, leftOut) => {
      const db = await open(which);
      const sql = isPostgres(db.knex)
        ? `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`
        : `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
      const made = (await rawRows<{ name: string }>(db.knex, sql, [])).map(({ name }) => name);
      const listed = [...kept.map(({ name }) => name), ...Object.keys(leftOut)];
      expect(listed.sort()).toEqual(made.filter((name) => !MIGRATING.includes(name)).sort());
      const reasons = [...kept.map(({ why }) => why), ...Object.values(leftOut)];
      expect(reasons.filter((why) => !/^.{5,}\.$/.test(why))).toEqual([]);
      await db.close();
    },
  );

  it.each(LISTS)(
    'of the %s have the keys and columns that are said of them',
    async (which, kept) => {
      const db = await open(which);
      for (const { name, key, decimals = [], hashed, leftOut = [] } of kept) {
        const columns = Object.keys(await db.knex(name).columnInfo());
        const said = typeof hashed === 'string' ? [] : Object.values(hashed).flat();
        expect(columns, name).toEqual(
          expect.arrayContaining([...key, ...decimals, ...leftOut, ...said]),
        );
        if (isPostgres(db.knex)) {
          const exact = await rawRows<{ name: string }>(
            db.knex,
            `SELECT column_name AS name FROM information_schema.columns
           WHERE table_schema = current_schema() AND table_name = ? AND data_type = 'numeric'`,
            [name],
          );
          expect(exact.map((column) => column.name).sort(), name).toEqual([...decimals].sort());
        } else {
          const keys = await rawRows<{ name: string }>(
            db.knex,
            'SELECT name FROM pragma_table_info(?) WHERE pk > 0',
            [name],
          );
          expect([...key].sort(), name).toEqual(keys.map((column) => column.name).sort());
        }
      }
      await db.close();
    },
  );

  it('cover with the state hash what the contract lists, and nothing else', () => {
    const hashed = [...DESK_TABLES, ...BOOK_TABLES].filter((table) => table.hashed !== 'no');
    expect(hashed.map(({ name }) => name).sort()).toEqual(
      [
        ...[
          'accounts',
          'trades',
          'orders',
          'fills',
          'settlements',
          'snapshots',
          'events',
          'alerts',
        ],
        ...['price_minutes', 'price_rounds', 'tokens', 'settings'],
      ].sort(),
    );
  });
});
