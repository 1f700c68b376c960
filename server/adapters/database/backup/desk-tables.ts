import type { KeptTable, LeftOut } from './kept-table.ts';

const SOURCES = ['jupiter', 'dexscreener', 'quote'];

/** What a backup keeps of the desk's own database; a table comes after those it refers to. */
export const DESK_TABLES: readonly KeptTable[] = [
  {
    name: 'users',
    key: ['id'],
    hashed: 'no',
    why: 'A restored desk lets the same people in; password hashes are no part of the state.',
  },
  {
    name: 'settings',
    key: ['username_key'],
    hashed: 'all',
    sealed: 'document',
    why: 'Settings, without what is sealed: that is kept apart.',
  },
  {
    name: 'provider_usage',
    key: ['provider', 'token_digest', 'month'],
    hashed: 'no',
    why: 'A provider goes on counting its month; the count moves without anybody’s doing.',
  },
  {
    name: 'tokens',
    key: ['id'],
    decimals: ['top_holders_pct'],
    hashed: { only: ['id', 'market', 'mint'] },
    counted: 'id',
    why: 'Says whose prices the prices are; facts of a token are asked for anew.',
  },
  {
    name: 'token_watches',
    key: ['username', 'token_id'],
    hashed: 'no',
    why: 'Who asked for which token, which runs out within a day.',
  },
  {
    name: 'price_rounds',
    key: ['token_id', 'at'],
    decimals: [
      ...SOURCES.flatMap((source) =>
        ['price', 'width', 'liquidity'].map((each) => `${source}_${each}`),
      ),
      ...['quote_usd', 'quote_impact', 'pyth_price', 'pyth_width'],
    ],
    hashed: 'all',
    why: 'Prices, as each source gave them.',
  },
  {
    name: 'price_minutes',
    key: ['token_id', 'at'],
    decimals: ['open', 'high', 'low', 'close'],
    hashed: 'all',
    why: 'Prices by the minute.',
  },
  {
    name: 'strategies',
    key: ['id'],
    decimals: ['budget'],
    hashed: 'no',
    why: 'A restored user’s strategies stand as they were.',
  },
  {
    name: 'sweeps',
    key: ['id'],
    hashed: 'no',
    why: 'Results of sweeps; one that ran goes on.',
  },
  {
    name: 'backtests',
    key: ['id'],
    hashed: 'no',
    why: 'Results of backtests, which evidence rests on; one that ran goes on.',
  },
  {
    name: 'backtest_parts',
    key: ['backtest_id', 'kind', 'part'],
    hashed: 'no',
    why: 'Equity and trades of backtests.',
  },
  {
    name: 'backtest_tries',
    key: ['username', 'data', 'parameters'],
    hashed: 'no',
    why: 'What backtests tried that are no longer stored: the gate to PAPER counts it.',
  },
  {
    name: 'data_sets',
    key: ['id'],
    hashed: 'no',
    why: 'Imported data, which nobody may have any more.',
  },
  {
    name: 'data_series',
    key: ['set_id', 'symbol', 'kind', 'interval', 'born'],
    hashed: 'no',
    why: 'What imported data hold.',
  },
  {
    name: 'data_chunks',
    key: ['set_id', 'symbol', 'kind', 'interval', 'part'],
    hashed: 'no',
    why: 'The rows of imported data.',
  },
  {
    name: 'data_stages',
    key: ['set_id', 'first_part'],
    hashed: 'no',
    why: 'What an import was writing: a restored desk deletes it.',
  },
  {
    name: 'seen_bars',
    key: ['source', 'symbol', 'interval', 'span_from'],
    hashed: 'no',
    why: 'Bars that sources no longer give.',
  },
];

export const DESK_LEFT_OUT: LeftOut = {
  sessions: 'A restored desk asks everybody to sign in again.',
  api_tokens: 'Keys of programs are made anew: a stolen backup lets nobody in.',
  agenda_jobs: 'Every server plans its own jobs.',
  desk_lock: 'Holds no data; a migration fills it.',
  backups: 'Lists files of the server that made them.',
};
