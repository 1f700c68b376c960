import type { Knex } from 'knex';

const INDEXES = [
  ['trades_strategy_phase', 'phase'],
  ['trades_strategy_placed', 'placed_at'],
] as const;

/** Which run of which strategy placed a trade. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (t) => {
    for (const name of ['strategy_run', 'strategy_id']) t.text(name);
    t.integer('strategy_version');
  });
  // Each bar asks for the strategy's active trades, and its evidence for those since an instant.
  for (const [name, column] of INDEXES)
    await knex.raw(
      'CREATE INDEX ?? ON trades (strategy_id, ??, id) WHERE strategy_id IS NOT NULL',
      [name, column],
    );
}

export async function down(knex: Knex): Promise<void> {
  for (const [name] of INDEXES) await knex.raw('DROP INDEX ??', [name]);
  await knex.schema.alterTable(
    'trades',
    (t) => void t.dropColumns('strategy_run', 'strategy_id', 'strategy_version'),
  );
}
