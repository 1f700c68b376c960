import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { claimBook } from '../../server/adapters/database/book/claim-book.ts';
import { actingFor, rawRows, schemaOf } from '../../server/adapters/database/sql/dialect.ts';
import { SqlBook } from '../../server/adapters/database/book/sql-book.ts';
import { migrate } from '../../server/adapters/database/sql/migrate.ts';
import { openDatabase } from '../../server/adapters/database/sql/open-database.ts';
import { SqlSettings } from '../../server/adapters/database/desk/sql-settings.ts';
import { TENANT_ROLE } from '../../server/adapters/database/sql/scoped-postgres.ts';
import { UnsafeDatabaseUser } from '../../server/adapters/database/sql/tenant-role.ts';
import { NEW_USER_SETTINGS } from '../../server/domain/account/settings.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { BookReader } from '../../server/ports/book.ts';
import { anOpenTrade, keep } from '../support/values/builders.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { postgresUrl } from '../support/databases/postgres-url.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { RecordingFeed } from '../support/fakes/recording-feed.ts';
import { SeqIds } from '../support/fakes/seq-ids.ts';
import {
  transactionPooler,
  type TransactionPooler,
} from '../support/databases/transaction-pooler.ts';

const url = postgresUrl();
if (url === null) console.log('No Postgres: row-level security is not tested.');
const postgres = databases()[1];

describe.skipIf(!postgres)('row-level security on Postgres', () => {
  let fresh: FreshBook;
  let desk: TestDatabase;
  let stranger: pg.Client;
  const schema = () => schemaOf(fresh.knex)!;

  beforeAll(async () => {
    const open = postgres![1];
    fresh = await freshBook(['ada', 'bob'], open);
    for (const username of ['ada', 'bob']) {
      await fresh.book.change(username, (book) =>
        keep(book, null, anOpenTrade({ id: `${username}s`, username })),
      );
    }
    desk = await open();
    await migrate(desk.knex, 'desk');
    const settings = new SqlSettings(desk.knex);
    for (const name of ['Ada', 'bob']) await settings.put(name, 1, NEW_USER_SETTINGS);
    stranger = new pg.Client({ connectionString: url! });
    await stranger.connect();
  });
  afterAll(async () => {
    await stranger.end();
    await fresh.close();
    await desk.close();
  });

  /** The number of rows by table that a transaction of the application's role sees, with nothing else set. */
  async function seen(tables: readonly string[], setting = ''): Promise<Record<string, number>> {
    await stranger.query(`BEGIN; SET LOCAL ROLE ${TENANT_ROLE}; ${setting}`);
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await stranger.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
      counts[table] = Number(rows[0]!.n);
    }
    await stranger.query('ROLLBACK');
    return counts;
  }

  async function tablesOf(name: string): Promise<{ table: string; forced: boolean }[]> {
    const { rows } = await stranger.query<{ table: string; forced: boolean }>(
      `SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS table, c.relrowsecurity AND c.relforcerowsecurity AS forced
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r' AND c.relname NOT LIKE 'agenda%'`,
      [name],
    );
    return rows;
  }

  it('is forced on every table of both databases', async () => {
    const tables = [...(await tablesOf(schema())), ...(await tablesOf(schemaOf(desk.knex)!))];
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(({ forced }) => !forced)).toEqual([]);
  });

  it('shows no row of any table while no user is set', async () => {
    const all = [...(await tablesOf(schema())), ...(await tablesOf(schemaOf(desk.knex)!))];
    const tables = all.map(({ table }) => table);
    const counts = await seen(tables);
    expect(Object.entries(counts).filter(([, n]) => n > 0)).toEqual([]);
    const asDesk = await seen(tables, `SET LOCAL twinbook.desk TO 'on'`);
    expect(Object.values(asDesk).filter((n) => n > 0).length).toBeGreaterThan(6);
  });

  it('shows a user own rows only, and settings whatever the case of the name', async () => {
    const own = `SET LOCAL twinbook.username TO 'ada'`;
    const tables = ['accounts', 'trades', 'events', 'positions'].map((t) => `${schema()}.${t}`);
    const mine = await seen(tables, own);
    expect(mine[`${schema()}.accounts`]).toBe(1);
    expect(mine[`${schema()}.trades`]).toBe(1);
    const settings = `${schemaOf(desk.knex)}.settings`;
    expect((await seen([settings], `SET LOCAL twinbook.username TO 'ADA'`))[settings]).toBe(1);
  });

  it('holds when a query forgets the user, for reads and writes', async () => {
    const ada = actingFor(fresh.knex, { username: 'ada' });
    expect(await ada('trades').pluck('id')).toEqual(['adas']);
    expect(await ada('trades').where('id', 'bobs').update({ notes: 'mine' })).toBe(0);
    expect(await ada('trades').where('id', 'bobs').delete()).toBe(0);
    await expect(
      ada('events').insert((await fresh.knex('events').where('username', 'bob').first()) as object),
    ).rejects.toThrow(/row-level security/);
    await expect(
      ada.transaction((trx) => trx('events').update({ username: 'bob' })),
    ).rejects.toThrow(/row-level security/);
    expect(await fresh.knex('trades').orderBy('id').pluck('id')).toEqual(['adas', 'bobs']);
  });

  it('binds the program itself, whose role bypasses no policy', async () => {
    for (const knex of [fresh.knex, actingFor(fresh.knex, { username: 'ada' })]) {
      const [self] = await rawRows<{ name: string; passes: boolean }>(
        knex,
        'SELECT rolname AS name, rolsuper OR rolbypassrls AS passes FROM pg_roles WHERE rolname = current_user',
        [],
      );
      expect(self).toEqual({ name: TENANT_ROLE, passes: false });
    }
  });

  it('binds a user’s reads and changes, without the desk’s rights', async () => {
    const trades = `${schema()}.trades`;
    await stranger.query(
      `CREATE POLICY not_the_desk ON ${trades} AS RESTRICTIVE USING (current_setting('twinbook.desk', true) IS DISTINCT FROM 'on')`,
    );
    try {
      expect(await fresh.knex('trades').pluck('id')).toEqual([]);
      const idsOf = async (reader: BookReader) =>
        (await reader.activeTrades()).map(({ trade }) => trade.id);
      expect(await idsOf(fresh.book.read('ada'))).toEqual(['adas']);
      expect(await fresh.book.change('bob', idsOf)).toEqual(['bobs']);
    } finally {
      await stranger.query(`DROP POLICY not_the_desk ON ${trades}`);
    }
  });

  it('leaves a connection usable after a transaction failed to begin', async () => {
    const pool = fresh.knex.client as {
      acquireConnection(): Promise<{ tenantRole?: string }>;
      releaseConnection(connection: object): Promise<void>;
    };
    const both = [await pool.acquireConnection(), await pool.acquireConnection()];
    for (const connection of both) {
      connection.tenantRole = 'nobody_is_that';
      await pool.releaseConnection(connection);
    }
    const begun = () => fresh.knex.transaction((trx) => trx('trades').pluck('id'));
    await expect(Promise.all([begun(), begun()])).rejects.toThrow(/nobody_is_that/);
    for (const connection of both) connection.tenantRole = TENANT_ROLE;
    expect(await Promise.all([begun(), begun()])).toHaveLength(2);
  });

  describe('for other users of the database', () => {
    const made: string[] = [];
    afterEach(async () => {
      for (const name of made.splice(0)) {
        await stranger.query(`DROP OWNED BY ${name} CASCADE; DROP ROLE ${name}`);
      }
    });

    /** Makes a login with the right to create schemas that is not a member of the role. */
    async function login(attributes: string): Promise<string> {
      const name = `login_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
      await stranger.query(`CREATE ROLE ${name} LOGIN ${attributes}`);
      await stranger.query(`GRANT CREATE ON DATABASE postgres TO ${name}`);
      made.push(name);
      const theirs = new URL(url!);
      theirs.username = name;
      return theirs.toString();
    }

    it.each([
      ['an owner without the right to create roles', '', false],
      ['an owner with that right', 'CREATEROLE', true],
    ])('binds %s', async (_name, attributes, member) => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const knex = openDatabase({ url: await login(attributes), schema: name });
      if (member) await stranger.query(`GRANT ${TENANT_ROLE} TO ${made[0]} WITH ADMIN OPTION`);
      await migrate(knex, 'book');
      await claimBook(knex, 'PAPER');
      const book = new SqlBook(knex, 'PAPER', { feed: new RecordingFeed(), ids: new SeqIds() });
      for (const username of ['ada', 'bob']) await book.openAccount(username, dec(5), NOON);
      const ada = actingFor(knex, { username: 'ada' });
      expect(await ada('accounts').pluck('username')).toEqual(['ada']);
      expect(await knex('accounts').orderBy('username').pluck('username')).toEqual(['ada', 'bob']);
      expect(await actingFor(knex, 'owner')('accounts').pluck('username')).toEqual([]);
      // The next start knows the applied migrations, though the policies bind their owner too.
      await migrate(knex, 'book');
      expect(await knex('accounts').orderBy('username').pluck('username')).toEqual(['ada', 'bob']);
      await knex.destroy();
    });

    it('refuses one that bypasses the policies and cannot get a role that does not', async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const knex = openDatabase({ url: await login('BYPASSRLS'), schema: name });
      await expect(migrate(knex, 'book')).rejects.toThrow(UnsafeDatabaseUser);
      await knex.destroy();
    });
  });

  describe('behind a transaction pooler', () => {
    let pooler: TransactionPooler;
    beforeAll(async () => void (pooler = await transactionPooler(url!, 2)));
    afterAll(() => pooler.close());

    it('separates users whose transactions share two sessions, and leaves nothing in them', async () => {
      const knex = openDatabase({ url: pooler.url, schema: schema() });
      await migrate(knex, 'book');
      const book = new SqlBook(knex, 'PAPER', { feed: new RecordingFeed(), ids: new SeqIds('p') });
      const users = ['ada', 'bob'];
      const work = Array.from({ length: 60 }, async (_, n) => {
        const username = users[n % 2]!;
        const other = users[(n + 1) % 2]!;
        const reader = book.read(username);
        if (n % 3 === 0) await book.change(username, (b) => b.deposit(dec(1), NOON, 'ada'));
        expect((await reader.activeTrades()).map(({ trade }) => trade.id)).toEqual([
          `${username}s`,
        ]);
        expect(await reader.trade(`${other}s`)).toBeNull();
        const rows = await actingFor(knex, { username })('accounts').pluck<string[]>('username');
        expect(rows).toEqual([username]);
      });
      await Promise.all(work);
      const left = new pg.Client({ connectionString: pooler.url });
      await left.connect();
      for (let session = 0; session < 4; session++) {
        const { rows } = await left.query(
          `SELECT current_user AS who, current_setting('search_path') AS path,
             coalesce(current_setting('twinbook.username', true), '') || coalesce(current_setting('twinbook.desk', true), '') AS whom`,
        );
        expect(rows).toEqual([{ who: 'postgres', path: '"$user", public', whom: '' }]);
      }
      await left.end();
      await knex.destroy();
      expect(pooler.handed).toBeGreaterThan(150);
    });
  });
});
