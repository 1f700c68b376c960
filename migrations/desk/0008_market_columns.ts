import type { Knex } from 'knex';
import { timeColumn } from '../columns.ts';

/** Data that users import, and bars that the desk has seen: columns of many rows in one text. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('data_sets', (t) => {
    t.text('id').primary();
    for (const name of ['username', 'name', 'hash']) t.text(name).notNullable();
    t.integer('version').notNullable();
    t.bigInteger('rows').notNullable();
    timeColumn(t, 'created_at').notNullable();
    t.unique(['username', 'name']);
  });
  await knex.schema.createTable('data_series', (t) => {
    t.text('set_id').notNullable().references('id').inTable('data_sets').onDelete('CASCADE');
    for (const name of ['username', 'symbol', 'kind', 'interval', 'hash'])
      t.text(name).notNullable();
    for (const name of ['rows', 'missing']) t.bigInteger(name).notNullable();
    timeColumn(t, 'first_at').notNullable();
    timeColumn(t, 'last_at').notNullable();
    t.primary(['set_id', 'symbol', 'kind', 'interval']);
  });
  await knex.schema.createTable('data_chunks', (t) => {
    t.text('set_id').notNullable().references('id').inTable('data_sets').onDelete('CASCADE');
    for (const name of ['username', 'symbol', 'kind', 'interval']) t.text(name).notNullable();
    t.integer('part').notNullable();
    t.text('body').notNullable();
    t.primary(['set_id', 'symbol', 'kind', 'interval', 'part']);
  });
  await createSeenBars(knex);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['seen_bars', 'data_chunks', 'data_series', 'data_sets'])
    await knex.schema.dropTable(table);
}

/**
 * Bars that sources gave the desk, shared by its users, a row for each span of time. `whole`: the source was asked
 * for all of the span after its end.
 */
async function createSeenBars(knex: Knex): Promise<void> {
  await knex.schema.createTable('seen_bars', (t) => {
    for (const name of ['source', 'symbol', 'interval']) t.text(name).notNullable();
    timeColumn(t, 'span_from').notNullable();
    t.smallint('whole').notNullable();
    t.text('body').notNullable();
    t.primary(['source', 'symbol', 'interval', 'span_from']);
  });
}
