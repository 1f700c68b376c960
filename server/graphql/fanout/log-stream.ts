import { mapped } from '../streams/closable.ts';
import type { LogBatch } from '../streams/log-page.ts';
import type { LogReading } from '../streams/log-reading.ts';
import { batchesOf } from '../streams/trade-log.ts';
import type { RequestContext } from '../request/context.ts';
import { primeTrades } from '../request/loaders.ts';

/**
 * The result of subscribing to the log: a reading, and the messages that a batch becomes. A socket shares the
 * messages of equal streams; iterating a stream shares nothing.
 */
export class LogStream<T = unknown> implements AsyncIterable<T> {
  constructor(
    readonly reading: LogReading,
    readonly messagesOf: (batch: LogBatch) => readonly T[],
    private readonly context: RequestContext,
  ) {}

  /** Call before the messages of a batch are resolved: what an earlier message read may be outdated. */
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
