import { BOOK_STATE } from './book-state.ts';
import type { KeptTable, LeftOut } from './kept-table.ts';

/** Tables that a restored book needs and that the state hash leaves out: the tables above imply them. */
const BESIDE: readonly KeptTable[] = [
  {
    name: 'positions',
    key: ['username', 'symbol'],
    decimals: ['quantity', 'cost_basis'],
    hashed: 'no',
    why: 'Sums of fills.',
  },
  {
    name: 'realised_days',
    key: ['trade_id', 'date'],
    decimals: ['realized_pnl', 'fees'],
    hashed: 'no',
    why: 'Sums of fills by day.',
  },
  {
    name: 'snapshot_ledger',
    key: ['id'],
    hashed: 'no',
    counted: 'id',
    why: 'How many snapshots there should have been.',
  },
  {
    name: 'bookends',
    key: ['trade_id', 'kind', 'date'],
    hashed: 'no',
    why: 'Which daily snapshots were taken; the snapshots themselves are hashed.',
  },
  {
    name: 'decision_journal',
    key: ['username', 'first_sequence'],
    hashed: 'no',
    why: 'What decisions were made on, for a replay; the log has the decisions.',
  },
  { name: 'job_ticks', key: ['job'], hashed: 'no', why: 'From when on marks count as missed.' },
  {
    name: 'idempotency_keys',
    key: ['username', 'key'],
    hashed: 'no',
    why: 'A retried call stays one order after a restore.',
  },
  {
    name: 'invariant_checks',
    key: ['username', 'venue', 'account', 'invariant'],
    decimals: [
      ...['tolerance', 'ours', 'theirs', 'base', 'base_fees', 'counted_fees'],
      ...['told_difference', 'told_tolerance', 'accepted_difference'],
    ],
    hashed: 'no',
    why: 'The last comparison with a venue, made anew every five minutes.',
  },
  {
    name: 'venue_accounts',
    key: ['username', 'venue', 'account'],
    hashed: 'no',
    why: 'Which accounts were ever traded in, found again from the trades.',
  },
  {
    name: 'venue_lessons',
    key: ['venue', 'account', 'lesson'],
    hashed: 'no',
    why: 'What a venue has refused.',
  },
  {
    name: 'account_funds',
    key: ['username', 'venue', 'account'],
    decimals: [
      ...['cash', 'equity', 'buying_power', 'share_buying_power', 'day_trade_buying_power'],
      ...['unsettled_cash', 'margin_call', 'deposited', 'base_cash', 'base_cash_flow', 'base_fees'],
      ...['base_sol', 'base_sol_moved'],
    ],
    hashed: 'no',
    why: 'What an account of real money held when last read; later cash is compared with it.',
  },
  {
    name: 'wallet_adoptions',
    key: ['wallet', 'mint', 'number'],
    decimals: ['quantity', 'cost'],
    hashed: 'no',
    why: 'What was adopted of a wallet; the trades and the log are hashed.',
  },
  {
    name: 'wallet_moves',
    key: ['username', 'wallet', 'mint'],
    decimals: ['moved'],
    hashed: 'no',
    why: 'What the desk’s swaps moved of a wallet’s money, so that it is no deposit.',
  },
  {
    name: 'switch_causes',
    key: ['username', 'kind', 'subject'],
    hashed: 'no',
    why: 'A cause that a person has looked at trips no switch again while it lasts.',
  },
  {
    name: 'mandate_trades',
    key: ['trade_id'],
    hashed: 'no',
    why: 'What API tokens have placed, which their mandates count.',
  },
  {
    name: 'unlogged_writes',
    key: ['username'],
    hashed: 'no',
    why: 'Counts writes, which marks and restarts move.',
  },
];

/** Runs of strategies, so that a restored server takes them up again. */
const RUNS: readonly KeptTable[] = [
  { name: 'strategy_runs', key: ['id'], hashed: 'no', why: 'What runs, and since when.' },
  { name: 'run_lines', key: ['run_id', 'sequence'], hashed: 'no', why: 'What runs were told.' },
  {
    name: 'run_decisions',
    key: ['run_id', 'key'],
    decimals: ['shadow_pnl'],
    hashed: 'no',
    why: 'What became of what runs asked for; the trades are hashed.',
  },
];

/** How strategies' trades differed from their references. */
const DRIFT: readonly KeptTable[] = [
  {
    name: 'drift_references',
    key: ['run_id'],
    hashed: 'no',
    why: 'How far runs were compared; what was handed to them is kept.',
  },
  {
    name: 'drift_rows',
    key: ['run_id', 'key'],
    decimals: [
      ...['expected', 'actual', 'size', 'entry_price', 'exit_price', 'timing', 'size_drift'],
      ...['fees', 'missed', 'rejected', 'feed_delay', 'unexplained'],
    ],
    hashed: 'no',
    why: 'The comparisons of days, some of them older than a server looks back.',
  },
];

/** Forecasts, recorded before their outcome. */
const FORECASTS: readonly KeptTable[] = [
  {
    name: 'forecasts',
    key: ['id'],
    decimals: ['level', 'stop', 'price', 'bid', 'ask', 'decided_price'],
    hashed: 'no',
    why: 'Forecasts and what became of them; the log, which is hashed, tells of each.',
  },
  {
    name: 'forecast_tallies',
    key: ['username', 'simulated', 'model', 'verdict', 'bucket'],
    hashed: 'no',
    why: 'Sums over settled forecasts.',
  },
];

/** The venues that are simulated here. */
const VENUES: readonly KeptTable[] = [
  { name: 'simulated_venue', key: ['account'], hashed: 'no', why: 'The venue’s own state.' },
  {
    name: 'simulated_orders',
    key: ['account', 'id'],
    hashed: 'no',
    why: 'The venue’s own orders.',
  },
  {
    name: 'paper_wallets',
    key: ['account'],
    decimals: ['moved'],
    hashed: 'no',
    why: 'The wallet on paper.',
  },
  {
    name: 'paper_swaps',
    key: ['account', 'number'],
    decimals: ['quantity', 'filled_quantity', 'filled_value', 'fees', 'limit_price'],
    hashed: 'no',
    why: 'The wallet’s own list of swaps.',
  },
  {
    name: 'paper_lots',
    key: ['account', 'trade_id', 'mint'],
    decimals: ['quantity', 'cost'],
    hashed: 'no',
    why: 'What the wallet holds of each trade.',
  },
  {
    name: 'paper_token_accounts',
    key: ['account', 'mint'],
    hashed: 'no',
    why: 'Whose rent the wallet has paid.',
  },
];

/** What a backup keeps of a book. */
export const BOOK_TABLES: readonly KeptTable[] = [
  ...BOOK_STATE,
  ...BESIDE,
  ...RUNS,
  ...DRIFT,
  ...FORECASTS,
  ...VENUES,
];

export const BOOK_LEFT_OUT: LeftOut = {
  armings: 'No arming outlives the start of a server.',
  log_checks: 'How far logs were read; a restored log is read from its beginning.',
  wallets: 'What the chain said last; it is read again.',
  wallet_holdings: 'What the chain said last; it is read again.',
  book_meta: 'A server claims its own database for a book before anything is restored there.',
  leases: 'Who does what at the moment.',
  mandate_turns: 'Numbers changes of mandates between requests that are under way.',
  mark_turns: 'Numbers the marks between processes that run; a migration fills it.',
};
