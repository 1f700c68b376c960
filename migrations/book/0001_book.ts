import type { Knex } from 'knex';
import {
  decimalColumns,
  flagColumn,
  floatColumns,
  requiredDecimals,
  textColumns,
  timeColumn,
} from '../columns.ts';
import { createTrades } from './create-trades.ts';

export async function up(knex: Knex): Promise<void> {
  await createAccounts(knex);
  await createTrades(knex);
  await createOrders(knex);
  await createSnapshots(knex);
  await createLog(knex);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['events', 'idempotency_keys', 'alerts', 'snapshot_ledger', 'snapshots'])
    await knex.schema.dropTable(table);
  for (const table of ['settlements', 'fills', 'orders', 'trades', 'positions'])
    await knex.schema.dropTable(table);
  for (const table of ['accounts', 'book_meta']) await knex.schema.dropTable(table);
}

async function createAccounts(knex: Knex): Promise<void> {
  await knex.schema.createTable('book_meta', (t) => {
    t.integer('id').primary();
    t.text('mode').notNullable();
  });
  await knex.schema.createTable('accounts', (t) => {
    t.text('username').primary();
    requiredDecimals(knex, t, ['cash', 'deposits', 'realized_pnl', 'fees']);
    t.text('kill_switch').notNullable();
    t.bigInteger('sequence').notNullable();
    t.text('hash').notNullable();
    t.bigInteger('lock_count').notNullable();
    timeColumn(t, 'opened_at').notNullable();
  });
  await knex.schema.createTable('positions', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    t.text('symbol').notNullable();
    t.text('underlying');
    t.text('asset_class').notNullable();
    requiredDecimals(knex, t, ['quantity', 'cost_basis']);
    t.primary(['username', 'symbol']);
  });
}

async function createOrders(knex: Knex): Promise<void> {
  await knex.schema.createTable('orders', (t) => {
    t.text('id').primary();
    t.text('username').notNullable();
    t.text('trade_id').notNullable().references('id').inTable('trades');
    t.integer('position_in_trade').notNullable();
    for (const name of ['role', 'status', 'side', 'type', 'time_in_force', 'tag'])
      t.text(name).notNullable();
    requiredDecimals(knex, t, ['quantity', 'filled_quantity']);
    decimalColumns(knex, t, ['limit_price', 'stop_price', 'average_price']);
    textColumns(t, ['venue_order_id', 'venue_parent_id', 'reason']);
    flagColumn(t, 'cancel_requested');
    t.integer('absent_syncs').notNullable();
    timeColumn(t, 'placed_at').notNullable();
    timeColumn(t, 'updated_at').notNullable();
    t.index(['trade_id']);
    t.index(['status', 'username']);
  });
  await knex.schema.createTable('fills', (t) => {
    t.text('id').primary();
    t.text('username').notNullable();
    t.text('order_id').notNullable().references('id').inTable('orders');
    t.integer('position_in_order').notNullable();
    requiredDecimals(knex, t, ['quantity', 'price', 'fee']);
    timeColumn(t, 'filled_at').notNullable();
    t.index(['order_id']);
  });
  await knex.schema.createTable('settlements', (t) => {
    t.text('trade_id').primary().references('id').inTable('trades');
    t.text('username').notNullable();
    timeColumn(t, 'settled_at').notNullable();
    requiredDecimals(knex, t, ['price', 'intrinsic']);
    t.text('source').notNullable();
    timeColumn(t, 'source_time').notNullable();
  });
}

async function createSnapshots(knex: Knex): Promise<void> {
  await knex.schema.createTable('snapshots', (t) => {
    t.text('id').primary();
    t.text('username').notNullable();
    t.text('trade_id').notNullable().references('id').inTable('trades');
    t.text('kind').notNullable();
    timeColumn(t, 'taken_at').notNullable();
    decimalColumns(knex, t, ['bid', 'ask', 'mid', 'price', 'underlying_price']);
    floatColumns(t, ['delta', 'gamma', 'theta', 'vega', 'iv']);
    t.text('source');
    timeColumn(t, 'source_time');
    timeColumn(t, 'received_at');
    flagColumn(t, 'delayed');
    t.index(['trade_id', 'taken_at', 'id']);
  });
  await knex.schema.createTable('snapshot_ledger', (t) => {
    t.increments('id');
    t.text('username').notNullable();
    t.text('date').notNullable();
    timeColumn(t, 'at').notNullable();
    t.integer('expected').notNullable();
    t.integer('taken').notNullable();
    t.text('cause');
    t.index(['username', 'date', 'at']);
  });
}

async function createLog(knex: Knex): Promise<void> {
  await knex.schema.createTable('alerts', (t) => {
    t.text('id').primary();
    t.text('username').notNullable();
    for (const name of ['kind', 'severity', 'message']) t.text(name).notNullable();
    t.text('trade_id');
    t.text('standing_key');
    t.bigInteger('raised_in').notNullable();
    timeColumn(t, 'raised_at').notNullable();
    timeColumn(t, 'acknowledged_at');
    timeColumn(t, 'resolved_at');
    t.unique(['username', 'standing_key']);
    t.index(['username', 'raised_at', 'id']);
  });
  await knex.schema.createTable('idempotency_keys', (t) => {
    t.text('username').notNullable();
    t.text('key').notNullable();
    for (const name of ['operation', 'input_digest', 'trade_id']) t.text(name).notNullable();
    timeColumn(t, 'remembered_at').notNullable();
    t.primary(['username', 'key']);
  });
  await knex.schema.createTable('events', (t) => {
    t.text('username').notNullable();
    t.bigInteger('sequence').notNullable();
    for (const name of ['kind', 'type', 'actor', 'message']) t.text(name).notNullable();
    t.text('trade_id');
    timeColumn(t, 'occurred_at').notNullable();
    t.text('payload').notNullable();
    t.text('hash').notNullable();
    t.primary(['username', 'sequence']);
    t.index(['trade_id', 'sequence']);
  });
}
