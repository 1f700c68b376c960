import type { Knex } from 'knex';
import {
  decimalColumns,
  flagColumn,
  requiredDecimals,
  textColumns,
  timeColumn,
} from '../columns.ts';

/**
 * Verdicts and probabilities that were recorded before the outcome. `look_at`: when an open one's outcome may be known.
 * `forecast_tallies`: sums over settled forecasts, so that scores need not read them all.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('forecasts', (t) => {
    t.text('id').primary();
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['symbol', 'asset_class', 'venue', 'claim', 'verdict', 'model', 'status'])
      t.text(name).notNullable();
    for (const name of ['recorded_by', 'price_source']) t.text(name).notNullable();
    for (const name of ['simulated', 'price_delayed']) flagColumn(t, name);
    t.integer('permille').notNullable();
    for (const name of ['horizon', 'recorded_at', 'priced_at', 'look_at'])
      timeColumn(t, name).notNullable();
    for (const name of ['settled_at', 'decided_at']) timeColumn(t, name);
    requiredDecimals(knex, t, ['level', 'price']);
    decimalColumns(knex, t, ['stop', 'bid', 'ask', 'decided_price']);
    textColumns(t, ['side', 'close_on', 'prompt_version', 'rationale', 'decided_by', 'reason']);
    t.integer('bars');
    t.index(['username', 'recorded_at', 'id']);
  });
  await knex.raw(`CREATE INDEX forecasts_due ON forecasts (look_at) WHERE status = 'OPEN'`);
  await knex.raw(`CREATE INDEX forecasts_open ON forecasts (username) WHERE status = 'OPEN'`);
  await knex.schema.createTable('forecast_tallies', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    t.smallint('simulated').notNullable();
    for (const name of ['model', 'verdict']) t.text(name).notNullable();
    t.integer('bucket').notNullable();
    for (const name of ['n', 'came_true', 'voids', 'permille', 'errors', 'errors_squared'])
      t.bigInteger(name).notNullable();
    t.primary(['username', 'simulated', 'model', 'verdict', 'bucket']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['forecast_tallies', 'forecasts']) await knex.schema.dropTable(table);
}
