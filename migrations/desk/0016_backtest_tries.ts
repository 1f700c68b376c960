import type { Knex } from 'knex';

/**
 * What backtests tried that are no longer stored, because it still counts. Backtests that are no part of a sweep are
 * listed, and the oldest of them found, by an index of their own.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('backtest_tries', (t) => {
    for (const name of ['username', 'data', 'parameters']) t.text(name).notNullable();
    t.primary(['username', 'data', 'parameters']);
  });
  await knex.raw(
    'CREATE INDEX backtests_alone ON backtests (username, created_at, id) WHERE sweep_id IS NULL',
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX backtests_alone');
  await knex.schema.dropTable('backtest_tries');
}
