import type { Knex } from 'knex';

type Query = (this: unknown, connection: unknown, query: { sql: string }) => Promise<unknown>;

/** What a piece of work cost this process. */
export interface Cost {
  /** Milliseconds of processor time, of all threads. */
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly statements: number;
  /** The longest time for which the event loop was blocked, in milliseconds. */
  readonly blockedMs: number;
}

/** Milliseconds between two beats, each of which shows that the loop is free. */
const BEAT_MS = 2;

/** Every statement that a database gets during `work`, with each transaction's end; on SQLite also its start. */
export async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  // Each transaction, and each user on Postgres, has its own client with the same prototype.
  const prototype = Object.getPrototypeOf(knex.client) as { _query: Query };
  const { _query: query } = prototype;
  const seen: string[] = [];
  prototype._query = function (this: unknown, connection, asked) {
    seen.push(asked.sql);
    return query.call(this, connection, asked);
  };
  try {
    await work();
    return seen;
  } finally {
    prototype._query = query;
  }
}

export async function costOf(knex: Knex, work: () => Promise<unknown>): Promise<Cost> {
  let last = performance.now();
  let blockedMs = 0;
  const beat = (): void => {
    const now = performance.now();
    blockedMs = Math.max(blockedMs, now - last - BEAT_MS);
    last = now;
  };
  const timer = setInterval(beat, BEAT_MS);
  const began = performance.now();
  const cpu = process.cpuUsage();
  try {
    const { length: statements } = await statementsOf(knex, work);
    const { user, system } = process.cpuUsage(cpu);
    beat();
    const wallMs = performance.now() - began;
    return { cpuMs: (user + system) / 1000, wallMs, statements, blockedMs };
  } finally {
    clearInterval(timer);
  }
}
