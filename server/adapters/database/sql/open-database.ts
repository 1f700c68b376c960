import { pathToFileURL } from 'node:url';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { PreparedSqlite } from './prepared-sqlite.ts';
import { ScopedPostgres, type ScopedConfig } from './scoped-postgres.ts';

/** Where one part of the data is stored: in its own file, or in its own schema of one Postgres database. */
export type DatabaseAddress =
  { readonly file: string } | { readonly url: string; readonly schema: string };

/** Counts and times are below 2^53, so both databases return them as numbers. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const PATIENCE_MS = 10_000;

function ignore(): void {}

/** busy_timeout comes first: without it, two processes that turn on WAL together get SQLITE_BUSY. */
const PRAGMAS =
  'PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;';

/**
 * Opens a database for the desk itself. `migrate` creates its schema, `actingFor` narrows it to a user.
 * SQLite has only one connection, so a query outside the current transaction waits for itself without end.
 */
export function openDatabase(address: DatabaseAddress): Knex {
  return knex('file' in address ? sqlite(address.file) : postgres(address.url, address.schema));
}

/**
 * Opens a database only to read: SQLite opens no file for writing and creates none. On Postgres each read
 * must run in a read-only transaction: see `atOneMoment`.
 */
export function openToRead(address: DatabaseAddress): Knex {
  return 'file' in address ? knex(readOnly(address.file)) : openDatabase(address);
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
    // Knex also throws the errors that it would print.
    log: { warn: ignore, error: ignore },
    pool: { min: 0, max: 10 },
    ...({ schema, scope: 'desk' } satisfies ScopedConfig),
  };
}

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

function readOnly(filename: string): Knex.Config {
  return {
    client: PreparedSqlite as unknown as typeof Knex.Client,
    // Knex adds flags that allow writing: only the name of the file can forbid it.
    connection: { filename: `${pathToFileURL(filename).href}?mode=ro`, flags: ['OPEN_URI'] },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  };
}

function sqlite(filename: string): Knex.Config {
  return {
    client: PreparedSqlite as unknown as typeof Knex.Client,
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
