import type { Knex } from 'knex';
import { textColumns, timeColumn } from '../columns.ts';

/** Backups that were made, and what their rehearsal found. `place`: the folder that holds the file. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('backups', (t) => {
    t.text('id').primary();
    for (const name of ['place', 'file', 'cause', 'state_hash', 'desk_hash', 'paper_hash'])
      t.text(name).notNullable();
    t.text('real_hash').notNullable();
    t.bigInteger('size_bytes').notNullable();
    timeColumn(t, 'created_at').notNullable();
    timeColumn(t, 'rehearsed_at');
    t.smallint('rehearsal_passed');
    textColumns(t, ['rehearsal_finding']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('backups');
}
