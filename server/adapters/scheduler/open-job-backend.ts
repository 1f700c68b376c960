import type { AgendaBackend } from 'agenda';
import type { Knex } from 'knex';
import pg from 'pg';
import { actingFor } from '../database/sql/dialect.ts';
import { SqlJobBackend } from './sql-job-backend.ts';

/** Not `agenda_jobs`: that table has the columns of the Knex backend. */
const POSTGRES_TABLE = 'agenda_work';
const CONNECTIONS = 3;
const PATIENCE_MS = 5_000;

export interface JobBackend {
  readonly backend: AgendaBackend;
  close(): Promise<void>;
}

export interface JobBackendOptions {
  /** The desk's database, migrated. */
  readonly knex: Knex;
  /** URL and schema of the desk's Postgres; null on SQLite. */
  readonly postgres: { readonly url: string; readonly schema: string } | null;
  /** When given, jobs are stored here instead. */
  readonly mongoUrl: string | null;
}

/**
 * Opens the store of Agenda's jobs. It connects before Agenda does: with the database down, Agenda's
 * constructor would kill the process.
 */
export async function openJobBackend(options: JobBackendOptions): Promise<JobBackend> {
  const { knex, postgres, mongoUrl } = options;
  if (mongoUrl !== null) return onMongo(mongoUrl);
  if (postgres) return onPostgres(knex, postgres.url, postgres.schema);
  return { backend: new SqlJobBackend(knex), close: async () => undefined };
}

/** Loaded only where it is used: its packages are a tenth of a start. */
async function onMongo(url: string): Promise<JobBackend> {
  const [{ MongoBackend }, { MongoClient }] = await Promise.all([
    import('@agendajs/mongo-backend'),
    import('mongodb'),
  ]);
  const client = new MongoClient(url, { serverSelectionTimeoutMS: PATIENCE_MS });
  await client.connect();
  return { backend: new MongoBackend({ mongo: client.db() }), close: () => client.close() };
}

async function onPostgres(knex: Knex, url: string, schema: string): Promise<JobBackend> {
  const { PostgresBackend, ...sql } = await import('@agendajs/postgres-backend');
  await createTable(knex, schema, [
    sql.getCreateTableSQL(POSTGRES_TABLE),
    ...sql.getCreateIndexesSQL(POSTGRES_TABLE),
  ]);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'twinbook-jobs',
    options: `-c search_path="${schema}"`,
    max: CONNECTIONS,
  });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  const backend = new PostgresBackend({
    pool,
    tableName: POSTGRES_TABLE,
    ensureSchema: false,
    disableNotifications: true,
  });
  return { backend, close: () => pool.end() };
}

/** Takes a lock, since Agenda's own way fails when two servers start at once. */
async function createTable(
  knex: Knex,
  schema: string,
  statements: readonly string[],
): Promise<void> {
  await actingFor(knex, 'owner').transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`twinbook-jobs:${schema}`]);
    for (const statement of statements) await trx.raw(statement);
  });
}
