import type { Knex } from 'knex';
import {
  decimalColumn,
  decimalColumns,
  floatColumns,
  textColumns,
  timeColumn,
} from '../columns.ts';

const SOURCES = ['jupiter', 'dexscreener', 'quote'];

/**
 * Watched tokens, what the sources said of them in each round, and minute bars. The simulated market's tokens
 * have rows of their own, so that no price of one market is ever used in the other.
 */
export async function up(knex: Knex): Promise<void> {
  await createTokens(knex);
  await knex.schema.createTable('token_watches', (t) => {
    t.text('username').notNullable();
    t.integer('token_id').notNullable().references('id').inTable('tokens');
    timeColumn(t, 'asked_at').notNullable();
    t.primary(['username', 'token_id']);
    t.index(['asked_at']);
  });
  await createRounds(knex);
  await createMinutes(knex);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['price_minutes', 'price_rounds', 'token_watches', 'tokens'])
    await knex.schema.dropTable(table);
}

/** Rounds name a token by its number here: a mint has 44 characters, and a day has 8,640 rounds. */
async function createTokens(knex: Knex): Promise<void> {
  await knex.schema.createTable('tokens', (t) => {
    t.increments('id');
    t.text('market').notNullable();
    t.text('mint').notNullable();
    timeColumn(t, 'asked_at');
    textColumns(t, ['ticker', 'name', 'token_program']);
    for (const flag of ['mint_authority', 'freeze_authority', 'suspicious', 'verified'])
      t.smallint(flag);
    t.smallint('decimals');
    decimalColumn(knex, t, 'top_holders_pct');
    floatColumns(t, ['organic_score']);
    timeColumn(t, 'created_at');
    timeColumn(t, 'facts_at');
    t.unique(['market', 'mint']);
    t.index(['market', 'asked_at']);
  });
}

async function createRounds(knex: Knex): Promise<void> {
  await knex.schema.createTable('price_rounds', (t) => {
    timeColumn(t, 'at').notNullable();
    timeColumn(t, 'jupiter_block');
    t.integer('token_id').notNullable();
    for (const source of SOURCES) {
      // Milliseconds from the round's beginning to the answer; null: the source has no observation.
      t.integer(`${source}_after`);
      t.smallint(`${source}_refused`);
      decimalColumns(
        knex,
        t,
        ['price', 'width', 'liquidity'].map((each) => `${source}_${each}`),
      );
    }
    t.smallint('quote_fee_bps');
    decimalColumns(knex, t, ['quote_usd', 'quote_impact']);
    t.primary(['token_id', 'at']);
  });
}

async function createMinutes(knex: Knex): Promise<void> {
  await knex.schema.createTable('price_minutes', (t) => {
    timeColumn(t, 'at').notNullable();
    t.integer('token_id').notNullable();
    for (const part of ['agreement', 'freshness', 'liquidity', 'history', 'coverage'])
      t.smallint(part).notNullable();
    t.smallint('confidence').notNullable();
    decimalColumns(knex, t, ['open', 'high', 'low', 'close']);
    t.primary(['token_id', 'at']);
  });
}
