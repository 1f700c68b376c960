import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { SqlReplayRecord } from '../../../server/adapters/database/log/sql-replay-record.ts';
import type { TradingMode } from '../../../server/domain/mode.ts';
import type { NumberedLine } from '../../../server/ports/replay-record.ts';
import { replaySpan } from '../../../server/usecases/replay/replay-span.ts';

const EVER = [new Date(0), new Date('2999-01-01T00:00:00Z')] as const;

export interface Differing {
  readonly recorded: NumberedLine | null;
  readonly replayed: NumberedLine | null;
}

/** Replays the log of every user of a book; returns the lines that differ, and the number of all events. */
export async function replayAll(knex: Knex, mode: TradingMode = 'PAPER', between = EVER) {
  const record = new SqlReplayRecord(knex, mode);
  const differing: Differing[] = [];
  let events = 0;
  const hash = createHash('sha256');
  for (const username of await record.usersBetween(...between)) {
    const span = (await record.spanOf(username, ...between))!;
    for await (const line of replaySpan(record, username, span)) {
      events += 1;
      hash.update(JSON.stringify(line.replayed));
      if (JSON.stringify(line.recorded) !== JSON.stringify(line.replayed)) differing.push(line);
    }
  }
  return { events, differing, hash: hash.digest('hex') };
}
