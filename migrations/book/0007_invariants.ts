import type { Knex } from 'knex';
import { decimalColumns, flagColumn, requiredDecimals, timeColumn } from '../columns.ts';

/** The last result of each invariant of a book at a venue. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('invariant_checks', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['venue', 'invariant', 'account', 'state', 'evidence'])
      t.text(name).notNullable();
    requiredDecimals(knex, t, ['tolerance']);
    decimalColumns(knex, t, ['ours', 'theirs', 'base', 'base_fees']);
    flagColumn(t, 'within');
    timeColumn(t, 'since').notNullable();
    timeColumn(t, 'checked_at').notNullable();
    t.primary(['username', 'venue', 'invariant']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('invariant_checks');
}
