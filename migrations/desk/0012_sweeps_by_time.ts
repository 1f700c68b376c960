import type { Knex } from 'knex';

const INDEXES = {
  sweeps_of_user: ['username', 'created_at', 'id'],
  sweeps_of_strategy: ['strategy_id', 'created_at', 'id'],
} as const;

/** Indexes by which sweeps are listed as backtests are: newest first, of a user or of one strategy. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('sweeps', (t) => {
    for (const [name, columns] of Object.entries(INDEXES)) t.index([...columns], name);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('sweeps', (t) => {
    for (const [name, columns] of Object.entries(INDEXES)) t.dropIndex([...columns], name);
  });
}
