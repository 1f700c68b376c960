import SqliteClient from 'knex/lib/dialects/sqlite3/index.js';

/** How many statements a connection keeps. */
const KEPT = 256;
/** Longest statement or value to keep, in characters. A kept statement holds its text and its last values. */
const LONGEST = 4_096;
const REPEATED = /^(select|insert|update|delete|with|begin|commit)\b/i;
const RETURNS_ROWS = /\breturning\b/i;
/** Methods that Knex runs without reading rows; they return how many rows changed. */
const RUN = new Set(['insert', 'update', 'del', 'counter']);

type Done = (this: object, error: Error | null, rows?: unknown) => void;

interface Statement {
  all(values: readonly unknown[], done: Done): void;
  run(values: readonly unknown[], done: Done): void;
  finalize(): void;
}

interface Connection {
  prepare(sql: string, done: (error: Error | null) => void): Statement;
}

interface Query {
  readonly sql: string;
  readonly method?: string;
  readonly bindings?: readonly unknown[];
  readonly returning?: unknown;
  response?: unknown;
  context?: unknown;
}

/** The kept statements of each connection, the last used at the end. Knex has a client for each transaction. */
const keptOf = new WeakMap<Connection, Map<string, Statement>>();

/**
 * Keeps prepared statements, because preparing one takes longer than running it. SQLite prepares a statement
 * again by itself when a table has changed.
 */
export class PreparedSqlite extends SqliteClient {
  override _query(connection: Connection, query: Query): Promise<object> {
    if (!isRepeated(query)) return super._query(connection, query);
    return new Promise((resolve, reject) => {
      const kept = keptBy(connection);
      const known = kept.get(query.sql);
      if (known) keep(kept, query.sql, known);
      // It is kept only once it is prepared: a failure then reaches only the query that prepared it.
      const statement =
        known ?? connection.prepare(query.sql, (error) => void (error && reject(error)));
      const way = isRun(query) ? 'run' : 'all';
      statement[way](query.bindings ?? [], function (error, rows) {
        if (error) {
          // The statement may have stopped halfway and hold the transaction open.
          if (!known || forget(kept, query.sql, known)) statement.finalize();
          return reject(error);
        }
        if (!known) keep(kept, query.sql, statement);
        resolve(Object.assign(query, { response: rows, context: this }));
      });
    });
  }

  override async destroyRawConnection(connection: Connection): Promise<unknown> {
    for (const statement of keptBy(connection).values()) statement.finalize();
    keptOf.delete(connection);
    return super.destroyRawConnection(connection);
  }
}

function isRun({ method = '', returning }: Query): boolean {
  return RUN.has(method) && (method === 'del' || !returning);
}

function isRepeated(query: Query): boolean {
  const { sql, bindings = [] } = query;
  if (sql.length > LONGEST || !REPEATED.test(sql)) return false;
  // `run` would not read its rows to the end, which would hold the transaction open.
  if (isRun(query) && RETURNS_ROWS.test(sql)) return false;
  return bindings.every((value) => sizeOf(value) <= LONGEST);
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 0;
}

function keptBy(connection: Connection): Map<string, Statement> {
  const kept = keptOf.get(connection) ?? new Map<string, Statement>();
  keptOf.set(connection, kept);
  return kept;
}

/** Makes a statement the newest, in place of another with its text. A dropped one ends after its last use. */
function keep(kept: Map<string, Statement>, sql: string, statement: Statement): void {
  const other = kept.get(sql);
  if (other !== statement) other?.finalize();
  kept.delete(sql);
  kept.set(sql, statement);
  const [oldest] = kept.size > KEPT ? kept : [];
  if (oldest === undefined) return;
  kept.delete(oldest[0]);
  oldest[1].finalize();
}

function forget(kept: Map<string, Statement>, sql: string, statement: Statement): boolean {
  return kept.get(sql) === statement && kept.delete(sql);
}
