import { SqlBook } from '../adapters/database/book/sql-book.ts';
import type { Core } from './core.ts';
import { liveReal, type RealParts, type RealSide } from './real-live.ts';
import { openKeypair } from './real-wallet.ts';
import { shutReal } from './real-shut.ts';

/** The REAL book. While REAL_TRADING is off nothing of its live side is made, and no live URL is read. */
export async function composeReal(
  config: RealSide,
  { databases, shared, vault, credentials }: Core,
  { paperTwins, prices }: Pick<RealParts, 'paperTwins' | 'prices'>,
) {
  const { feed, ids } = shared;
  const book = new SqlBook(databases.real, 'REAL', { feed, ids });
  if (!config.realTrading) return shutReal(book, databases.real, shared);
  const signer = await openKeypair(config.real);
  const parts = { ...databases, vault, marks: credentials, paperTwins, prices, signer };
  return liveReal(config, book, shared, parts);
}

export type Real = Awaited<ReturnType<typeof composeReal>>;
