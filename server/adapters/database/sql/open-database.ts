import knex, { type Knex } from 'knex';
import pg from 'pg';
import { ScopedPostgres, type ScopedConfig } from './scoped-postgres.ts';

/** Where a part of the data lives: a file of its own, or a schema of its own in one Postgres. */
export type DatabaseAddress =
  { readonly file: string } | { readonly url: string; readonly schema: string };

/** Counts and times are below 2^53, so both databases give them as numbers. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const PATIENCE_MS = 10_000;

function ignore(): void {}

/** busy_timeout first: two processes that turn WAL on together would meet SQLITE_BUSY without it. */
const PRAGMAS =
  'PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;';

/**
 * Opens a database for the desk itself; `migrate` makes its schema, `actingFor` narrows it to a user. SQLite has one connection for everything, so a query
 * that does not go through its transaction waits for ever for itself.
 */
export function openDatabase(address: DatabaseAddress): Knex {
  return knex('file' in address ? sqlite(address.file) : postgres(address.url, address.schema));
}

function postgres(url: string, schema: string): Knex.Config {
  return {
    client: ScopedPostgres as unknown as typeof Knex.Client,
    connection: {
      connectionString: url,
      application_name: 'twinbook',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
    },
    // What Knex would print is thrown as well.
    log: { warn: ignore, error: ignore },
    pool: { min: 0, max: 10 },
    ...({ schema, scope: 'desk' } satisfies ScopedConfig),
  };
}

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

function sqlite(filename: string): Knex.Config {
  return {
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(
        connection: SqliteConnection,
        done: (error: Error | null, connection: unknown) => void,
      ) {
        connection.exec(PRAGMAS, (error) => done(error, connection));
      },
    },
  };
}
