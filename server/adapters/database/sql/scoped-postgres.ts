import PostgresTransaction from 'knex/lib/dialects/postgres/execution/pg-transaction.js';
import PostgresClient from 'knex/lib/dialects/postgres/index.js';
import pg, { type Client } from 'pg';

/** Whom the program's statements run as: no owner, no superuser, held by every policy. */
export const TENANT_ROLE = 'twinbook_tenant';

/**
 * Whom a statement acts for. `desk`: the program itself, over all users. A user sees and changes own
 * rows only, held by row-level security. `owner` makes and alters tables.
 */
export type Scope = 'owner' | 'desk' | { readonly username: string };

export interface ScopedConfig {
  readonly scope: Scope;
  readonly schema: string;
}

interface ScopedConnection extends Client {
  /** Set by Knex while a transaction has the connection. */
  __knexTxId?: string;
  /** Undefined until asked; null where the database has no such role, and its own user is held by the policies. */
  tenantRole?: string | null;
}

/**
 * Every statement runs in a transaction that says at its start, for itself alone, in which schema and
 * for whom: nothing lives in the session, so a transaction pooler may stand between.
 */
export class ScopedPostgres extends PostgresClient {
  /**
   * The same connections for somebody else. Every read of a user makes one, for which Knex's own
   * `withUserParams`, copying all of the client in depth, takes eight times as long.
   */
  actingFor(scope: Scope): ScopedPostgres {
    const config = { ...this.config, scope };
    const narrowed = Object.create(ScopedPostgres.prototype) as ScopedPostgres;
    // What listens to this client does not listen to that one.
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
      // A connection that is gone has nothing to roll back; what went wrong first is what is told.
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
      // Else the pool would hand out a connection whose transaction has failed before it began.
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
