import type { Username } from '../../../domain/ids.ts';
import PostgresTransaction from 'knex/lib/dialects/postgres/execution/pg-transaction.js';
import PostgresClient from 'knex/lib/dialects/postgres/index.js';
import pg, { type Client } from 'pg';

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

interface ScopedConnection extends Client {
  /** Set by Knex while a transaction has the connection. */
  __knexTxId?: string;
  /** Undefined until looked up; null when the database has no such role and the policies bind its own user. */
  tenantRole?: string | null;
}

/**
 * Every statement runs in a transaction that first sets its own schema and scope. The session keeps no state,
 * so a transaction pooler may sit in between.
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

  override async _query(connection: ScopedConnection, query: object): Promise<object> {
    if (connection.__knexTxId !== undefined) return super._query(connection, query);
    const begin = await prologue(connection, this.config as ScopedConfig);
    try {
      await connection.query(begin);
      const answer = await super._query(connection, query);
      await connection.query('COMMIT');
      return answer;
    } catch (error) {
      // A lost connection has nothing to roll back. The first error is the one to report.
      await connection.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

class ScopedTransaction extends PostgresTransaction {
  override async begin(connection: ScopedConnection): Promise<unknown> {
    const { client, isolationLevel, readOnly } = this;
    const isolation = isolationLevel ? ` ISOLATION LEVEL ${isolationLevel}` : '';
    const how = `${isolation}${readOnly ? ' READ ONLY' : ''}`;
    const begin = await prologue(connection, client.config as ScopedConfig, how);
    try {
      return await connection.query(begin);
    } catch (error) {
      // Without this the pool would hand out a connection whose transaction has already failed.
      await connection.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

async function prologue(
  connection: ScopedConnection,
  { scope, schema }: ScopedConfig,
  how = '',
): Promise<string> {
  const begin = `BEGIN${how}; SET LOCAL search_path TO ${pg.escapeIdentifier(schema)}`;
  if (scope === 'owner') return begin;
  if (connection.tenantRole === undefined) connection.tenantRole = await tenantRole(connection);
  const role = connection.tenantRole ? `; SET LOCAL ROLE ${connection.tenantRole}` : '';
  const whom =
    scope === 'desk'
      ? `SET LOCAL twinbook.desk TO 'on'`
      : `SET LOCAL twinbook.username TO ${pg.escapeLiteral(scope.username)}`;
  return `${begin}${role}; ${whom}`;
}

async function tenantRole(connection: Client): Promise<string | null> {
  const { rows } = await connection.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1 AND pg_has_role(oid, 'MEMBER')) AS found`,
    [TENANT_ROLE],
  );
  return rows[0]?.found ? TENANT_ROLE : null;
}
