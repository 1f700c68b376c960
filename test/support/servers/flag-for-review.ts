import { UNJOURNALLED } from '../values/unjournalled.ts';
import path from 'node:path';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import { openDatabase } from '../../../server/adapters/database/sql/open-database.ts';
import type { ServerProcess } from './server-process.ts';
import { RecordingFeed } from '../fakes/recording-feed.ts';
import { SeqIds } from '../fakes/seq-ids.ts';

/** Puts a trade of a server on SQLite under review, like another server of the same book. */
export async function flagForReview(
  server: ServerProcess,
  username: string,
  tradeId: string,
  reason: string,
): Promise<void> {
  const knex = openDatabase({ file: path.join(server.dataDir, 'paper.sqlite') });
  try {
    const parts = { feed: new RecordingFeed(), ids: new SeqIds('flag') };
    await new SqlBook(knex, 'PAPER', parts).change(username, async (change) => {
      const before = (await change.trade(tradeId))!;
      const version = before.trade.version + 1;
      const trade = { ...before.trade, version, status: 'NEEDS_REVIEW' as const, reason };
      const facts = { type: 'NEEDS_REVIEW' as const, message: reason, actor: 'venue' };
      const event = { ...facts, occurredAt: new Date(), trade, orders: before.orders };
      await change.save(before, { ...before, trade }, [event], UNJOURNALLED);
    });
  } finally {
    await knex.destroy();
  }
}
