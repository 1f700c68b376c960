import type { Knex } from 'knex';
import {
  decimalColumn,
  decimalColumns,
  flagColumn,
  floatColumns,
  requiredDecimals,
  textColumns,
  timeColumn,
} from '../columns.ts';

/** One row per trade, with every part in a column of its own, so that each can be queried. */
export async function createTrades(knex: Knex): Promise<void> {
  await knex.schema.createTable('trades', (t) => {
    t.text('id').primary();
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['mode', 'status', 'phase']) t.text(name).notNullable();
    t.integer('version').notNullable();
    ticketColumns(knex, t);
    moneyColumns(knex, t);
    exitColumns(knex, t);
    contextColumns(t);
    outcomeColumns(knex, t);
    t.text('search_text').notNullable();
    t.index(['username', 'phase', 'placed_at', 'id']);
    t.index(['username', 'placed_at', 'id']);
    t.index(['username', 'closed_at', 'id']);
    t.index(['username', 'symbol']);
    t.index(['phase', 'username']);
  });
}

function ticketColumns(knex: Knex, t: Knex.TableBuilder): void {
  for (const name of ['asset_class', 'symbol', 'side', 'order_type', 'time_in_force'])
    t.text(name).notNullable();
  textColumns(t, ['root', 'underlying', 'expiration', 'option_right']);
  t.integer('multiplier').notNullable();
  requiredDecimals(knex, t, ['quantity']);
  decimalColumns(knex, t, ['strike', 'limit_price', 'stop_price']);
  for (const name of ['venue', 'venue_account']) t.text(name).notNullable();
  textColumns(t, ['fill_model', 'fill_model_version']);
}

/** `net_sign`: -1, 0 or 1 for a closed trade with a fill, because text does not compare as numbers. */
function moneyColumns(knex: Knex, t: Knex.TableBuilder): void {
  requiredDecimals(knex, t, ['filled_quantity', 'open_quantity', 'exited_quantity']);
  requiredDecimals(knex, t, ['entry_cost', 'open_cost', 'exit_proceeds']);
  requiredDecimals(knex, t, ['realized_pnl', 'fees', 'cash_flow']);
  t.smallint('net_sign');
}

function exitColumns(knex: Knex, t: Knex.TableBuilder): void {
  decimalColumns(knex, t, ['stop_loss', 'take_profit', 'stop_limit']);
  flagColumn(t, 'bracket_wanted');
  decimalColumns(knex, t, ['wanted_stop_loss', 'wanted_take_profit', 'wanted_stop_limit']);
  decimalColumns(knex, t, ['close_quantity', 'close_limit_price']);
  textColumns(t, ['close_order_type', 'close_role']);
  timeColumn(t, 'close_requested_at');
  t.text('protection').notNullable();
  timeColumn(t, 'unprotected_since');
  t.double('unprotected_seconds').notNullable();
}

function contextColumns(t: Knex.TableBuilder): void {
  textColumns(t, ['strategy', 'scanner', 'scanner_criteria']);
  textColumns(t, ['ai_model', 'ai_prompt_version', 'ai_verdict', 'ai_rationale']);
  textColumns(t, ['underlying_trend', 'earnings_date', 'market_regime']);
  floatColumns(t, ['scanner_score', 'ai_confidence', 'iv_rank', 'iv_percentile', 'hv30']);
  t.text('context_tags').notNullable();
  textColumns(t, ['context_notes', 'context_extra']);
}

function outcomeColumns(knex: Knex, t: Knex.TableBuilder): void {
  for (const side of ['entry', 'exit']) {
    flagColumn(t, `${side}_greeks_known`);
    floatColumns(
      t,
      ['delta', 'gamma', 'theta', 'vega', 'iv'].map((greek) => `${side}_${greek}`),
    );
  }
  decimalColumn(knex, t, 'entry_underlying_price');
  t.integer('dte_at_entry');
  t.text('tags').notNullable();
  textColumns(t, ['notes', 'reason', 'close_reason']);
  timeColumn(t, 'placed_at').notNullable();
  timeColumn(t, 'opened_at');
  timeColumn(t, 'closed_at');
  decimalColumns(knex, t, ['max_favorable_excursion', 'max_adverse_excursion']);
  flagColumn(t, 'excursions_complete');
  t.text('mark');
  timeColumn(t, 'marked_at');
}
