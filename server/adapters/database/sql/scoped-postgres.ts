import type { Username } from '../../../domain/ids.ts';
import PostgresTransaction from 'knex/lib/dialects/postgres/execution/pg-transaction.js';
import PostgresClient from 'knex/lib/dialects/postgres/index.js';
import pg, { type Client } from 'pg';
import { ScopedQuery } from './scoped-query.ts';

/** The role that runs the program's statements: neither owner nor superuser, so every policy applies to it. */
export const TENANT_ROLE = 'twinbook_tenant';

/**
 * Whom a statement acts for. `desk`: the program itself, over all users. A user reads and changes only own
 * rows, enforced by row-level security. `owner` creates and alters tables.
 */
export type Scope = 'owner' | 'desk' | { readonly username: Username };

export interface ScopedConfig {
  readonly scope: Scope;
  readonly schema: string;
}

interface KnexQuery {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  readonly options?: object;
}

interface ScopedConnection extends Client {
  /** Set by Knex while a transaction has the connection. */
  __knexTxId?: string;
  /** Undefined until looked up; null when the database has no such role and the policies bind its own user. */
  tenantRole?: string | null;
}

/**
 * Every statement runs in a transaction that first sets its own schema and scope. The session keeps no state,
 * so a transaction pooler may sit in between. A single statement takes one message there and one back.
 */
export class ScopedPostgres extends PostgresClient {
  /**
   * The same connections with another scope. Every user read makes one; Knex's own `withUserParams`
   * deep-copies the client and takes eight times as long.
   */
  actingFor(scope: Scope): ScopedPostgres {
    const config = { ...this.config, scope };
    const narrowed = Object.create(ScopedPostgres.prototype) as ScopedPostgres;
    // Listeners of this client do not belong to the other one.
    return Object.assign(narrowed, this, { config, _events: undefined });
  }

  override transaction(...args: unknown[]): ScopedTransaction {
    return new ScopedTransaction(this, ...args);
  }

  override async _query(connection: ScopedConnection, query: KnexQuery): Promise<object> {
    if (connection.__knexTxId !== undefined) return super._query(connection, query);
    const scope = await setting(connection, this.config as ScopedConfig);
    return new Promise((resolve, reject) => {
      const { sql: text, bindings: values = [], options } = query;
      const statement = { text, values, ...options };
      connection.query(
        new ScopedQuery(scope, statement, (error, response) =>
          error ? reject(error) : resolve(Object.assign(query, { response })),
        ),
      );
    });
  }
}

class ScopedTransaction extends PostgresTransaction {
  override async begin(connection: ScopedConnection): Promise<unknown> {
    const { client, isolationLevel, readOnly } = this;
    const isolation = isolationLevel ? ` ISOLATION LEVEL ${isolationLevel}` : '';
    const how = `${isolation}${readOnly ? ' READ ONLY' : ''}`;
    const scope = await setting(connection, client.config as ScopedConfig);
    try {
      return await connection.query(`BEGIN${how}; ${scope}`);
    } catch (error) {
      // Without this the pool would hand out a connection whose transaction has already failed.
      await connection.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

/** The statement that sets schema and scope until the transaction ends. */
async function setting(
  connection: ScopedConnection,
  { scope, schema }: ScopedConfig,
): Promise<string> {
  const set = (name: string, to: string) => `set_config('${name}', ${pg.escapeLiteral(to)}, true)`;
  const path = set('search_path', pg.escapeIdentifier(schema));
  if (scope === 'owner') return `SELECT ${path}`;
  if (connection.tenantRole === undefined) connection.tenantRole = await tenantRole(connection);
  const role = connection.tenantRole ? [set('role', connection.tenantRole)] : [];
  const whom =
    scope === 'desk' ? set('twinbook.desk', 'on') : set('twinbook.username', scope.username);
  return `SELECT ${[path, ...role, whom].join(', ')}`;
}

async function tenantRole(connection: Client): Promise<string | null> {
  const { rows } = await connection.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1 AND pg_has_role(oid, 'MEMBER')) AS found`,
    [TENANT_ROLE],
  );
  return rows[0]?.found ? TENANT_ROLE : null;
}
