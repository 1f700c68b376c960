import type { Knex } from 'knex';

/** The index of trades that need the desk now has pending trades too: entries that wait at the desk need it as well. */
export async function up(knex: Knex): Promise<void> {
  await index(knex, "phase IN ('PENDING', 'OPEN')");
}

export async function down(knex: Knex): Promise<void> {
  await index(knex, "phase = 'OPEN'");
}

async function index(knex: Knex, phases: string): Promise<void> {
  await knex.raw('DROP INDEX trades_unguarded');
  await knex.raw(`CREATE INDEX trades_unguarded ON trades (username)
    WHERE ${phases} AND (guarded_version IS NULL OR guarded_version <> version)`);
}
