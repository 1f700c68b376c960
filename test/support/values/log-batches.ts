import type { LogBatch } from '../../../server/graphql/streams/log-page.ts';
import { LogTails, type LogSource } from '../../../server/graphql/streams/log-tails.ts';
import { batchesOf } from '../../../server/graphql/streams/trade-log.ts';
import type { EventFeed } from '../../../server/ports/event-feed.ts';

/** The batches of a lone reader, which shares its reads with nobody. */
export async function logBatches(
  source: LogSource & { readonly feed: EventFeed },
): Promise<AsyncIterableIterator<LogBatch>> {
  return batchesOf(await new LogTails(source.feed).open(source));
}
