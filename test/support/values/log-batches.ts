import type { LogBatch } from '../../../server/graphql/streams/log-page.ts';
import { LogTails, type LogSource } from '../../../server/graphql/streams/log-tails.ts';
import { batchesOf } from '../../../server/graphql/streams/trade-log.ts';
import type { EventFeed } from '../../../server/ports/event-feed.ts';

/** The batches of a single reader, which shares its reads with no other. */
export async function logBatches(
  source: LogSource & { readonly feed: EventFeed },
): Promise<AsyncIterableIterator<LogBatch>> {
  return batchesOf(await new LogTails(source.feed, () => unused).open(source));
}

const unused = (): never => {
  throw new Error('A lone reader shares no read.');
};
