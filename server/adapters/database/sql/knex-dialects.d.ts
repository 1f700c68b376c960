/** Knex's own dialects: they may be extended but have no types. */
declare module 'knex/lib/dialects/postgres/index.js' {
  import type { Client } from 'pg';

  export interface Transaction {
    readonly client: PostgresClient;
    query(connection: Client, sql: string): Promise<unknown>;
  }

  export default class PostgresClient {
    readonly config: object;
    constructor(config: object);
    transaction(...args: unknown[]): Transaction;
    _query(connection: Client, query: object): Promise<object>;
  }
}

declare module 'knex/lib/dialects/postgres/execution/pg-transaction.js' {
  import type { Client } from 'pg';
  import type PostgresClient from 'knex/lib/dialects/postgres/index.js';

  export default class PostgresTransaction {
    constructor(...args: unknown[]);
    readonly client: PostgresClient;
    readonly isolationLevel?: string;
    readonly readOnly?: boolean;
    begin(connection: Client): Promise<unknown>;
    query(connection: Client, sql: string): Promise<unknown>;
  }
}

declare module 'knex/lib/knex-builder/make-knex.js' {
  import type { Knex } from 'knex';
  import type PostgresClient from 'knex/lib/dialects/postgres/index.js';

  export default function makeKnex(client: PostgresClient): Knex;
}

declare module 'knex/lib/dialects/sqlite3/index.js' {
  export default class SqliteClient {
    constructor(config: object);
    _query(connection: object, query: object): Promise<object>;
    destroyRawConnection(connection: object): Promise<unknown>;
  }
}
