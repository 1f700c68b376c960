import path from 'node:path';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import { openDatabase } from '../../../server/adapters/database/sql/open-database.ts';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { CheckLogs } from '../../../server/usecases/book/check-logs.ts';
import { RecordingFeed } from '../fakes/recording-feed.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import type { ServerProcess } from './server-process.ts';

/** Alters the first line of a user's log by hand; then another server of the same book starts and reads it. */
export async function breakLog(server: ServerProcess, username: string): Promise<void> {
  const knex = openDatabase({ file: path.join(server.dataDir, 'paper.sqlite') });
  try {
    await knex('events').where({ username, sequence: 1 }).update({ actor: 'nobody' });
    const book = new SqlBook(knex, 'PAPER', { feed: new RecordingFeed(), ids: new SeqIds('log') });
    const clock = { now: () => new Date() };
    await new CheckLogs({ book, clock, timers: machineTimers }).ready(username);
  } finally {
    await knex.destroy();
  }
}
