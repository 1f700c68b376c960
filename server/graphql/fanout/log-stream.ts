import { mapped } from '../streams/closable.ts';
import type { LogBatch } from '../streams/log-page.ts';
import type { LogReading } from '../streams/log-reading.ts';
import { batchesOf } from '../streams/trade-log.ts';
import type { RequestContext } from '../request/context.ts';
import { primeTrades } from '../request/loaders.ts';

/**
 * What a subscription to the log resolves to: a reading, and the messages that a batch is. A socket shares
 * the messages of equal streams; whoever iterates one shares nothing.
 */
export class LogStream<T = unknown> implements AsyncIterable<T> {
  constructor(
    readonly reading: LogReading,
    readonly messagesOf: (batch: LogBatch) => readonly T[],
    private readonly context: RequestContext,
  ) {}

  /** Before the messages of a batch are resolved: what an earlier one read may be outdated. */
  prepare(context: RequestContext, batch: LogBatch): void {
    context.loaders = context.newLoaders();
    primeTrades(context.loaders, batch.trades);
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return mapped(batchesOf(this.reading), (batch) => {
      this.prepare(this.context, batch);
      return this.messagesOf(batch);
    });
  }
}
