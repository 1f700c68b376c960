import type { Knex } from 'knex';
import { decimalColumns, textColumns, timeColumn } from '../columns.ts';

/** Differences that a person accepted, and the condition that an alert was raised for. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('invariant_checks', (t) => {
    decimalColumns(knex, t, ['counted_fees', 'told_difference', 'told_tolerance']);
    decimalColumns(knex, t, ['accepted_difference']);
    timeColumn(t, 'accepted_at');
    textColumns(t, ['accepted_actor', 'accepted_note']);
  });
  await knex.schema.alterTable('alerts', (t) => textColumns(t, ['condition']));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('alerts', (t) => t.dropColumn('condition'));
  await knex.schema.alterTable('invariant_checks', (t) => {
    for (const name of ['counted_fees', 'told_difference', 'told_tolerance']) t.dropColumn(name);
    for (const name of ['difference', 'at', 'actor', 'note']) t.dropColumn(`accepted_${name}`);
  });
}
