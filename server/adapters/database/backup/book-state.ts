import { ORDER_DECIMALS, TRADE_DECIMALS } from './book-decimals.ts';
import type { KeptTable } from './kept-table.ts';

/** The state of a book, which the state hash covers; a table comes after those it refers to. */
export const BOOK_STATE: readonly KeptTable[] = [
  {
    name: 'accounts',
    key: ['username'],
    decimals: ['cash', 'deposits', 'realized_pnl', 'fees'],
    hashed: { but: ['lock_count'] },
    why: 'Money, and the head of each log; how often a row was locked is no state.',
  },
  {
    name: 'trades',
    key: ['id'],
    decimals: TRADE_DECIMALS,
    hashed: { but: ['mark', 'marked_at', 'guarded_version'] },
    leftOut: ['marked_in'],
    why: 'Trades; a mark is of the market, and stays in the snapshots.',
  },
  { name: 'orders', key: ['id'], decimals: ORDER_DECIMALS, hashed: 'all', why: 'Orders.' },
  {
    name: 'fills',
    key: ['id'],
    decimals: ['quantity', 'price', 'fee', 'value'],
    hashed: 'all',
    why: 'Fills.',
  },
  {
    name: 'settlements',
    key: ['trade_id'],
    decimals: ['price', 'intrinsic', 'shares'],
    hashed: 'all',
    why: 'Settlements of expired contracts.',
  },
  {
    name: 'snapshots',
    key: ['id'],
    decimals: ['bid', 'ask', 'mid', 'price', 'underlying_price'],
    hashed: 'all',
    why: 'Snapshots.',
  },
  { name: 'events', key: ['username', 'sequence'], hashed: 'all', why: 'The log.' },
  { name: 'alerts', key: ['id'], hashed: 'all', why: 'Alerts.' },
];
