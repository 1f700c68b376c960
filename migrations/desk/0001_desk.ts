import type { Knex } from 'knex';
import { flagColumn, textColumns, timeColumn } from '../columns.ts';

export async function up(knex: Knex): Promise<void> {
  await createUsers(knex);
  await createSessions(knex);
  await knex.schema.createTable('settings', (t) => {
    t.text('username_key').primary();
    t.integer('version').notNullable();
    t.text('document').notNullable();
  });
  await createJobs(knex);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['agenda_jobs', 'settings', 'api_tokens', 'sessions', 'users', 'desk_lock'])
    await knex.schema.dropTable(table);
}

async function createUsers(knex: Knex): Promise<void> {
  await knex.schema.createTable('desk_lock', (t) => {
    t.integer('id').primary();
    t.bigInteger('lock_count').notNullable();
  });
  await knex('desk_lock').insert({ id: 1, lock_count: 0 });
  await knex.schema.createTable('users', (t) => {
    t.text('id').primary();
    t.text('username').notNullable();
    t.text('username_key').notNullable().unique();
    t.text('password_hash');
    t.text('role').notNullable();
    flagColumn(t, 'demo');
    timeColumn(t, 'created_at').notNullable();
  });
}

async function createSessions(knex: Knex): Promise<void> {
  await knex.schema.createTable('sessions', (t) => {
    t.text('id').primary();
    t.text('user_id').notNullable().references('id').inTable('users').onDelete('CASCADE');
    t.text('token_hash').notNullable().unique();
    timeColumn(t, 'created_at').notNullable();
    timeColumn(t, 'last_used_at').notNullable();
    timeColumn(t, 'expires_at').notNullable();
    t.text('device');
    t.index(['user_id']);
  });
  await knex.schema.createTable('api_tokens', (t) => {
    t.text('id').primary();
    t.text('user_id').notNullable().references('id').inTable('users').onDelete('CASCADE');
    t.text('token_hash').notNullable().unique();
    t.text('name').notNullable();
    t.text('scopes').notNullable();
    timeColumn(t, 'created_at').notNullable();
    timeColumn(t, 'last_used_at');
    timeColumn(t, 'expires_at');
    t.index(['user_id']);
  });
}

/** Agenda's columns of a job, for when jobs are stored in this database; see `sql-job-backend.ts`. */
async function createJobs(knex: Knex): Promise<void> {
  await knex.schema.createTable('agenda_jobs', (t) => {
    t.text('id').primary();
    t.text('name').notNullable();
    t.text('type').notNullable();
    t.integer('priority').notNullable().defaultTo(0);
    t.integer('fail_count');
    t.double('progress');
    textColumns(t, ['fail_reason', 'repeat_interval', 'repeat_timezone', 'repeat_at']);
    textColumns(t, ['skip_days', 'data', 'last_modified_by']);
    flagColumn(t, 'disabled').defaultTo(0);
    flagColumn(t, 'fork').defaultTo(0);
    for (const at of ['next_run_at', 'last_run_at', 'last_finished_at', 'failed_at'])
      timeColumn(t, at);
    for (const at of ['locked_at', 'debounce_started_at', 'start_date', 'end_date'])
      timeColumn(t, at);
    t.index(['name', 'next_run_at']);
  });
  await knex.raw(
    `CREATE UNIQUE INDEX agenda_jobs_single ON agenda_jobs (name) WHERE type = 'single'`,
  );
}
