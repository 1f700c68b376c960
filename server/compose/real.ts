import { SqlBook } from '../adapters/database/book/sql-book.ts';
import type { PaperTwins } from '../ports/paper-twins.ts';
import type { Core } from './core.ts';
import { liveReal, type RealSide } from './real-live.ts';
import { shutReal } from './real-shut.ts';

/** The REAL book. While REAL_TRADING is off nothing of its live side is made, and no live URL is read. */
export function composeReal(
  config: RealSide,
  { databases, shared, vault, credentials }: Core,
  paperTwins: PaperTwins,
) {
  const { feed, ids } = shared;
  const book = new SqlBook(databases.real, 'REAL', { feed, ids });
  if (!config.realTrading) return shutReal(book, shared);
  return liveReal(config, book, shared, { ...databases, vault, marks: credentials, paperTwins });
}

export type Real = ReturnType<typeof composeReal>;
