import type { Knex } from 'knex';
import { decimalColumns, flagColumn, textColumns, timeColumn } from '../columns.ts';

/**
 * Runs of strategies. `run_lines`: what each was given and asked for; `bar_symbol` and `bar_at` name a bar that it was
 * handed. `run_decisions`: what became of each thing that it asked for.
 */
export async function up(knex: Knex): Promise<void> {
  await createRuns(knex);
  await createLines(knex);
  await createDecisions(knex);
}

async function createRuns(knex: Knex): Promise<void> {
  await knex.schema.createTable('strategy_runs', (t) => {
    t.text('id').primary();
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['strategy_id', 'name', 'kind', 'code_version', 'parameters', 'symbols'])
      t.text(name).notNullable();
    for (const name of ['interval', 'status']) t.text(name).notNullable();
    for (const name of ['version', 'last_sequence']) t.integer(name).notNullable();
    t.double('seed').notNullable();
    for (const name of ['evidence_since', 'started_at']) timeColumn(t, name).notNullable();
    for (const name of ['ended_at', 'last_bar_at']) timeColumn(t, name);
    t.text('error');
    flagColumn(t, 'is_newest');
    t.index(['strategy_id', 'ended_at', 'started_at']);
  });
  // A strategy runs once at a time in a book, whichever server starts it.
  await knex.raw(`CREATE UNIQUE INDEX strategy_runs_running ON strategy_runs (strategy_id)
    WHERE status = 'RUNNING'`);
  await knex.raw(`CREATE INDEX strategy_runs_newest ON strategy_runs (username, strategy_id)
    WHERE is_newest = 1`);
}

async function createLines(knex: Knex): Promise<void> {
  await knex.schema.createTable('run_lines', (t) => {
    t.text('run_id').notNullable().references('id').inTable('strategy_runs');
    t.integer('sequence').notNullable();
    t.text('username').notNullable();
    timeColumn(t, 'at').notNullable();
    t.text('input').notNullable();
    textColumns(t, ['reads', 'bar_symbol']);
    timeColumn(t, 'bar_at');
    for (const name of ['asked', 'logged']) t.text(name).notNullable();
    t.primary(['run_id', 'sequence']);
    // A bar of a symbol is handed to a run once; NULLs differ.
    t.unique(['run_id', 'bar_symbol', 'bar_at']);
  });
}

async function createDecisions(knex: Knex): Promise<void> {
  await knex.schema.createTable('run_decisions', (t) => {
    t.text('run_id').notNullable().references('id').inTable('strategy_runs');
    for (const name of ['key', 'username', 'strategy_id', 'symbol', 'ask', 'state'])
      t.text(name).notNullable();
    for (const name of ['sequence', 'ordinal']) t.integer(name).notNullable();
    for (const name of ['decided_at', 'bar_end']) timeColumn(t, name).notNullable();
    timeColumn(t, 'settled_at');
    textColumns(t, ['trade_id', 'no_trade_code', 'no_trade_message', 'shadow_note']);
    t.smallint('no_trade_act_needed');
    decimalColumns(knex, t, ['shadow_pnl']);
    t.primary(['run_id', 'key']);
  });
  await knex.raw(`CREATE INDEX run_decisions_waiting ON run_decisions (run_id, sequence, ordinal)
    WHERE state = 'WAITING'`);
  for (const [name, columns] of NO_TRADES)
    await knex.raw(
      `CREATE INDEX ?? ON run_decisions (${columns}, decided_at, run_id, sequence, ordinal)
       WHERE state = 'NO_TRADE'`,
      [name],
    );
}

/** Indexes of decisions that became no trade, by user and by strategy. */
const NO_TRADES = [
  ['run_decisions_of_user', 'username'],
  ['run_decisions_of_strategy', 'username, strategy_id'],
] as const;

export async function down(knex: Knex): Promise<void> {
  for (const table of ['run_decisions', 'run_lines', 'strategy_runs'])
    await knex.schema.dropTable(table);
}
