import type { Knex } from 'knex';
import { decimalColumns, textColumns, timeColumn } from '../columns.ts';

/** Users' strategies, their backtests and sweeps. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('strategies', (t) => {
    t.text('id').primary();
    for (const name of ['username', 'name', 'kind', 'code_version', 'parameters', 'symbols'])
      t.text(name).notNullable();
    t.text('stage').notNullable();
    t.integer('version').notNullable();
    textColumns(t, ['interval']);
    decimalColumns(knex, t, ['budget']);
    timeColumn(t, 'since').notNullable();
    timeColumn(t, 'created_at').notNullable();
    t.unique(['username', 'name']);
    t.index(['kind']);
  });
  await createSweeps(knex);
  await createBacktests(knex);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['backtest_parts', 'backtests', 'sweeps', 'strategies'])
    await knex.schema.dropTable(table);
}

/** `holder`: the server process that works on it, until `held_until` by the machine's clock. */
function workColumns(t: Knex.TableBuilder): void {
  for (const name of ['username', 'strategy_id', 'status', 'input']) t.text(name).notNullable();
  timeColumn(t, 'created_at').notNullable();
  timeColumn(t, 'finished_at');
  textColumns(t, ['error', 'holder']);
  t.bigInteger('held_until');
  t.integer('attempts').notNullable().defaultTo(0);
}

async function createSweeps(knex: Knex): Promise<void> {
  await knex.schema.createTable('sweeps', (t) => {
    t.text('id').primary();
    workColumns(t);
    t.integer('runs_done').notNullable();
    t.integer('runs_total').notNullable();
    textColumns(t, ['walk_forward']);
    t.index(['status', 'created_at']);
  });
}

/** For a run of a sweep, `sweep_place` is its place in the grid; `rank` is in millionths of a dollar. */
async function createBacktests(knex: Knex): Promise<void> {
  await knex.schema.createTable('backtests', (t) => {
    t.text('id').primary();
    workColumns(t);
    t.integer('strategy_version').notNullable();
    textColumns(t, ['sweep_id', 'parameters', 'report']);
    t.integer('sweep_place');
    t.bigInteger('rank');
    t.bigInteger('bars_done').notNullable();
    t.bigInteger('bars_total').notNullable();
    t.integer('trades').notNullable();
    t.index(['status', 'created_at']);
    t.index(['username', 'created_at', 'id']);
    t.index(['strategy_id', 'created_at', 'id']);
    t.unique(['sweep_id', 'sweep_place']);
    t.index(['sweep_id', 'rank', 'id']);
  });
  await knex.schema.createTable('backtest_parts', (t) => {
    t.text('backtest_id').notNullable().references('id').inTable('backtests').onDelete('CASCADE');
    t.text('username').notNullable();
    t.text('kind').notNullable();
    t.integer('part').notNullable();
    t.text('body').notNullable();
    t.primary(['backtest_id', 'kind', 'part']);
  });
}
