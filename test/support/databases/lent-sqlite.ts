import { rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Knex } from 'knex';
import type { Migrated } from './migrated-sqlite.ts';
import { scratchFolder } from './scratch-folder.ts';

type Done<T> = (error: Error | null, answer: T) => void;

interface Connection {
  all(sql: string, done: Done<object[]>): void;
  exec(sql: string, done: Done<void>): void;
  /** Set by Knex on one that it will not use again. */
  readonly __knex__disposed?: unknown;
}

interface Client {
  acquireRawConnection(): Promise<Connection>;
  destroyRawConnection(connection: Connection): Promise<unknown>;
}

/** A larger file is thrown away: what is deleted leaves room that is never given back. */
const MOST_BYTES = 8 * 1024 ** 2;
/** Where a file's header has the number that each change of its tables moves. */
const SCHEMA_VERSION = 40;

/**
 * A migrated file that one test has after the other, over one connection, on which statements stay prepared: to
 * open a file and to prepare what a desk asks takes as long as many a test.
 */
export class LentSqlite {
  readonly file: string;
  readonly #folder = scratchFolder('lent');
  readonly #inode: number;
  #connection: Connection | null = null;
  #isOut = false;
  #close: Client['destroyRawConnection'] = async () => undefined;

  constructor(private readonly migrated: Migrated) {
    this.file = path.join(this.#folder, 'test.sqlite');
    writeFileSync(this.file, migrated.bytes);
    this.#inode = statSync(this.file).ino;
  }

  /** Knex takes the connection that is kept, and leaves it. */
  lendTo(knex: Knex): void {
    const client = knex.client as Client;
    const open = client.acquireRawConnection.bind(client);
    this.#close = client.destroyRawConnection.bind(client);
    const close = this.#close;
    client.acquireRawConnection = async () => {
      if (this.#isOut) return open();
      this.#isOut = true;
      return (this.#connection ??= await open());
    };
    client.destroyRawConnection = async (connection) => {
      if (connection !== this.#connection) return close(connection);
      if (connection.__knex__disposed) this.#connection = null;
      this.#isOut = false;
      return connection.__knex__disposed && close(connection);
    };
  }

  /** Once nobody uses it: whether it is again as it was made. Otherwise it is gone. */
  async takeBack(): Promise<boolean> {
    const connection = this.#connection;
    if (connection && !this.#isOut && (await this.#anew(connection))) return true;
    if (connection) await this.#close(connection);
    rmSync(this.#folder, { recursive: true, force: true });
    return false;
  }

  async #anew(connection: Connection): Promise<boolean> {
    const now = statSync(this.file, { throwIfNoEntry: false });
    if (now?.ino !== this.#inode || now.size > MOST_BYTES) return false;
    const exec = promisify(connection.exec.bind(connection));
    // Mostly no transaction is left open, and there is nothing to roll back.
    await exec('ROLLBACK').catch(() => undefined);
    const all = promisify(connection.all.bind(connection));
    const [{ schema_version: version }] = (await all('PRAGMA schema_version')) as [
      { schema_version: number },
    ];
    if (version !== this.migrated.bytes.readUInt32BE(SCHEMA_VERSION)) return false;
    await exec(this.migrated.anew);
    return true;
  }
}
