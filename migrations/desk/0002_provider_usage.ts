import type { Knex } from 'knex';

/** Requests by token and month, kept across restarts. Tokens are stored as digests only. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('provider_usage', (t) => {
    t.text('provider').notNullable();
    t.text('token_digest').notNullable();
    t.text('month').notNullable();
    t.bigInteger('used').notNullable();
    t.primary(['provider', 'token_digest', 'month']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('provider_usage');
}
