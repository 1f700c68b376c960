import type { Knex } from 'knex';
import { decimalColumns, textColumns, timeColumn } from '../columns.ts';

const OF_ORDERS = {
  decimals: [
    ...['adjusted_quantity', 'adjusted_stop_price', 'adjusted_limit_price'],
    ...['asked_stop_price', 'asked_limit_price'],
  ],
  texts: ['adjusted_choice', 'adjusted_note', 'adjusted_settled_by'],
  times: ['adjusted_told_at', 'adjusted_compared_at', 'adjusted_settled_at', 'asked_at'],
};
const OF_TRADES = {
  decimals: ['ours', 'theirs', 'new_shares', 'old_shares']
    .map((name) => `doubt_${name}`)
    .concat('split_new_shares', 'split_old_shares'),
  texts: ['doubt_cause', 'doubt_successor'],
  times: ['doubt_at'],
};
const TABLES = [
  ['orders', OF_ORDERS],
  ['trades', OF_TRADES],
] as const;

/** The venue's own changes to exits and positions, and the splits booked for them. */
export async function up(knex: Knex): Promise<void> {
  for (const [name, { decimals, texts, times }] of TABLES)
    await knex.schema.alterTable(name, (table) => {
      decimalColumns(knex, table, decimals);
      textColumns(table, texts);
      for (const time of times) timeColumn(table, time);
    });
}

export async function down(knex: Knex): Promise<void> {
  for (const [name, { decimals, texts, times }] of TABLES)
    await knex.schema.alterTable(name, (table) => {
      table.dropColumns(...decimals, ...texts, ...times);
    });
}
