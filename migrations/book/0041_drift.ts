import type { Knex } from 'knex';
import { flagColumn, requiredDecimals, textColumns, timeColumn } from '../columns.ts';

const CAUSES = [
  ...['entry_price', 'exit_price', 'timing', 'size_drift', 'fees', 'missed', 'rejected'],
  ...['feed_delay', 'unexplained'],
];

/**
 * Strategies' trades compared with their references, a row for each; `revision` rises with every change of a user's
 * rows, so that a server that has some reads only later ones. `drift_references`: how far each run was compared.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('drift_references', (t) => {
    t.text('run_id').primary();
    t.text('username').notNullable().references('username').inTable('accounts');
    t.text('strategy_id').notNullable();
    timeColumn(t, 'reckoned_until').notNullable();
    for (const name of ['bars', 'trades']) t.integer(name).notNullable();
    textColumns(t, ['hash', 'problem']);
  });
  await knex.schema.createTable('drift_rows', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['run_id', 'key', 'strategy_id', 'strategy', 'symbol', 'side', 'reason'])
      t.text(name).notNullable();
    t.bigInteger('revision').notNullable();
    t.integer('version').notNullable();
    flagColumn(t, 'gone');
    textColumns(t, ['trade_id']);
    for (const name of ['at', 'ended_at']) timeColumn(t, name).notNullable();
    requiredDecimals(knex, t, ['expected', 'actual', 'size', ...CAUSES]);
    t.primary(['run_id', 'key']);
    t.unique(['username', 'revision']);
  });
  // Each look asks for what has ended lately, however much there is.
  await knex.raw(`CREATE INDEX trades_strategy_closed ON trades (closed_at)
    WHERE strategy_run IS NOT NULL`);
  await knex.raw('CREATE INDEX strategy_runs_ended ON strategy_runs (ended_at)');
}

export async function down(knex: Knex): Promise<void> {
  for (const index of ['strategy_runs_ended', 'trades_strategy_closed'])
    await knex.raw('DROP INDEX ??', [index]);
  for (const table of ['drift_rows', 'drift_references']) await knex.schema.dropTable(table);
}
