import type { Knex } from 'knex';
import { timeColumn } from '../columns.ts';

/**
 * The causes that trip each user’s switch, while they last or the switch that they tripped is up; and indexes by
 * which such causes and losing streaks are found.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('switch_causes', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['kind', 'subject', 'words']) t.text(name).notNullable();
    timeColumn(t, 'since').notNullable();
    timeColumn(t, 'tripped_at');
    timeColumn(t, 'ended_at');
    t.primary(['username', 'kind', 'subject']);
  });
  await knex.raw(
    'CREATE INDEX orders_sent ON orders (username, sent_at) WHERE sent_at IS NOT NULL',
  );
  await knex.raw("CREATE INDEX checks_open ON invariant_checks (username) WHERE state <> 'HOLDS'");
  await knex.raw('CREATE INDEX realised_by_date ON realised_days (date)');
  await knex.raw(
    'CREATE INDEX trades_results ON trades (username, closed_at, id) WHERE net_sign IS NOT NULL',
  );
}

export async function down(knex: Knex): Promise<void> {
  for (const name of ['orders_sent', 'checks_open', 'realised_by_date', 'trades_results'])
    await knex.raw('DROP INDEX ??', [name]);
  await knex.schema.dropTable('switch_causes');
}
