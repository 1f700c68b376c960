import type { Knex } from 'knex';

/** A strategy's move to another rung that is still to be announced and followed; see `RungMove`. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('strategies', (t) => void t.text('untold_move'));
  await knex.raw('CREATE INDEX strategies_untold ON strategies (id) WHERE untold_move IS NOT NULL');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX strategies_untold');
  await knex.schema.alterTable('strategies', (t) => void t.dropColumn('untold_move'));
}
