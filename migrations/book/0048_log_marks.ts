import type { Knex } from 'knex';

const INDEXES = [
  ['events_kill_switch', `type = 'KILL_SWITCH_SET'`],
  ['events_rungs', `type IN ('STRATEGY_DEMOTED', 'STRATEGY_PROMOTED')`],
] as const;

/** Indexes that find, in a log of any length, when its user's switch moved, and which strategies changed their rung. */
export async function up(knex: Knex): Promise<void> {
  for (const [name, which] of INDEXES)
    await knex.raw(`CREATE INDEX ?? ON events (username, sequence) WHERE ${which}`, [name]);
}

export async function down(knex: Knex): Promise<void> {
  for (const [name] of INDEXES) await knex.raw('DROP INDEX ??', [name]);
}
