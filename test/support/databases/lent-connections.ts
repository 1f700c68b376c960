import type { Knex } from 'knex';
import type { Client } from 'pg';

interface Connection extends Client {
  /** False while a query is under way. */
  readonly readyForQuery: boolean;
  /** What was learned of the database's roles. */
  tenantRole?: string | null;
  /** Set by Knex on one that it will not use again. */
  readonly __knex__disposed?: unknown;
}

interface KnexClient {
  acquireRawConnection(): Promise<Connection>;
  destroyRawConnection(connection: Connection): Promise<unknown>;
}

/** As many as one desk may have, and one that empties its schema. */
const MOST = 11;
/** By address: those that no test has at the moment. */
const idle = new Map<string, Connection[]>();

/**
 * Gives a database the connections that earlier tests have left, and keeps its own for later ones. To begin a
 * session takes Postgres as long as many statements, and a session of the program keeps no state.
 */
export function lendConnections(knex: Knex, url: string): void {
  const client = knex.client as KnexClient;
  const open = client.acquireRawConnection.bind(client);
  const close = client.destroyRawConnection.bind(client);
  const kept = idle.get(url) ?? [];
  idle.set(url, kept);
  client.acquireRawConnection = async () => {
    for (let one = kept.pop(); one; one = kept.pop()) if (!one.__knex__disposed) return one;
    return open();
  };
  client.destroyRawConnection = async (connection) => {
    if (kept.length >= MOST || !(await isAsNew(connection))) return close(connection);
    kept.push(connection);
  };
}

async function isAsNew(connection: Connection): Promise<boolean> {
  if (connection.__knex__disposed || !connection.readyForQuery) return false;
  // Another test may have other roles.
  delete connection.tenantRole;
  // Postgres refuses it in a transaction that was left open.
  return connection.query('DISCARD ALL').then(
    () => true,
    () => false,
  );
}
