import type { Knex } from 'knex';
import { decimalColumns } from '../columns.ts';

const COLUMNS = ['pyth_after', 'pyth_refused', 'pyth_price', 'pyth_width'];

/** What Pyth said of a token in a round; all null where it was not asked. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('price_rounds', (t) => {
    // Milliseconds from the round's beginning to the publishing, or to the answer where it has no price.
    t.integer('pyth_after');
    t.smallint('pyth_refused');
    decimalColumns(knex, t, ['pyth_price', 'pyth_width']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('price_rounds', (t) => void t.dropColumns(...COLUMNS));
}
