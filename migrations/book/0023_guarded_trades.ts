import type { Knex } from 'knex';

/**
 * The version at which nothing of an open trade needed the desk itself, and an index of the open trades that
 * are at no such version. A trade that changes is at another version until it has been judged anew.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (t) => void t.integer('guarded_version'));
  await judgeStored(knex);
  await knex.raw(`CREATE INDEX trades_unguarded ON trades (username)
    WHERE phase = 'OPEN' AND (guarded_version IS NULL OR guarded_version <> version)`);
}

/** Judges by a condition that leaves out no trade that may need the desk. */
export async function judgeStored(knex: Knex): Promise<void> {
  await knex.raw(`UPDATE trades SET guarded_version = version
    WHERE phase = 'OPEN' AND trailing_pct IS NULL AND status <> 'CLOSING' AND protection <> 'WATCHED'
    AND ((stop_loss IS NULL AND wanted_stop_loss IS NULL) OR ${STOP_STANDS})`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX trades_unguarded');
  await knex.schema.alterTable('trades', (t) => void t.dropColumn('guarded_version'));
}

/** The trade has a stop for all that is held, as it was sent, that waits for no entry. */
const STOP_STANDS = `EXISTS (SELECT 1 FROM orders AS stop
  WHERE stop.trade_id = trades.id AND stop.counts = 1 AND stop.role = 'STOP_LOSS'
  AND stop.status = 'ACCEPTED' AND stop.cancel_requested = 0 AND stop.adjusted_told_at IS NULL
  AND stop.filled_quantity = '0' AND stop.quantity = trades.open_quantity
  AND NOT EXISTS (SELECT 1 FROM orders AS entry WHERE entry.trade_id = stop.trade_id
    AND entry.role = 'ENTRY' AND entry.tag = stop.tag
    AND entry.status IN ('INTENT', 'SUBMITTED', 'UNKNOWN', 'ACCEPTED', 'PARTIALLY_FILLED')))`;
