import type { Knex } from 'knex';
import { textColumns } from '../columns.ts';

/** Why a row has no reference. Rows of a run without a reference have the run's problem. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('drift_rows', (t) => textColumns(t, ['problem']));
  await knex.raw(`UPDATE drift_rows SET problem = (SELECT problem FROM drift_references
    WHERE drift_references.run_id = drift_rows.run_id)`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('drift_rows', (t) => t.dropColumn('problem'));
}
