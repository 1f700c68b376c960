import type { Knex } from 'knex';
import { requiredDecimals, timeColumn } from '../columns.ts';
import { fillRealisedDays } from './fill-realised-days.ts';

/** What each trade realised on each exchange day; filled from the log for earlier trades. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('realised_days', (t) => {
    t.text('trade_id').notNullable().references('id').inTable('trades');
    t.text('date').notNullable();
    t.text('username').notNullable().references('username').inTable('accounts');
    timeColumn(t, 'last_at').notNullable();
    requiredDecimals(knex, t, ['realized_pnl', 'fees']);
    t.primary(['trade_id', 'date']);
    t.index(['username', 'date']);
  });
  await fillRealisedDays(knex);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('realised_days');
}
