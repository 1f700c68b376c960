import type { Knex } from 'knex';

/**
 * An import is written next to what is there, a few chunks at a time, and then shown at once. `data_series.parts` says
 * which chunks a series has, as runs of their numbers; a set never gives a number twice. A set of version 0 is hidden
 * from users: it is still to come, or to go. `data_stages` has what is being written, or what is left behind.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('data_sets', (t) => {
    t.integer('next_part').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('data_series', (t) => {
    t.text('parts').notNullable().defaultTo('[]');
  });
  await knex.schema.createTable('data_stages', (t) => {
    t.text('set_id').notNullable().references('id').inTable('data_sets').onDelete('CASCADE');
    t.text('username').notNullable();
    t.integer('first_part').notNullable();
    t.integer('last_part').notNullable();
    t.text('holder').notNullable();
    t.bigInteger('held_until').notNullable();
    t.primary(['set_id', 'first_part']);
    t.index(['held_until']);
  });
  await fill(knex);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('data_stages');
  await knex.raw('ALTER TABLE data_series DROP COLUMN parts');
  await knex.raw('ALTER TABLE data_sets DROP COLUMN next_part');
}

/** Until now a series had the chunks from 0 on. */
async function fill(knex: Knex): Promise<void> {
  const last = `(SELECT MAX(c.part) FROM data_chunks c WHERE c.set_id = data_series.set_id
    AND c.symbol = data_series.symbol AND c.kind = data_series.kind AND c."interval" = data_series."interval")`;
  await knex.raw(`UPDATE data_series SET parts = COALESCE('[[0,' || ${last} || ']]', '[]')`);
  await knex.raw(
    `UPDATE data_sets SET next_part =
       COALESCE((SELECT MAX(c.part) + 1 FROM data_chunks c WHERE c.set_id = data_sets.id), 0)`,
  );
}
