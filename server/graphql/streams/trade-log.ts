import type { EventFeed } from '../../ports/event-feed.ts';
import { closable } from './closable.ts';
import type { LogBatch } from './log-page.ts';
import type { LogReading } from './log-reading.ts';
import { LogTails, type LogSource } from './log-tails.ts';

/**
 * The log's events in order, none twice and none left out: first those missed since `after`, then live ones.
 * A wake only says that there is something to read; the log says what.
 * @throws {Refusal} BAD_USER_INPUT for `after`.
 */
export async function logBatches(
  source: LogSource & { readonly feed: EventFeed },
): Promise<AsyncIterableIterator<LogBatch>> {
  return batchesOf(await new LogTails(source.feed).open(source));
}

/** What a reader gets that shares nothing. */
export function batchesOf(reading: LogReading): AsyncIterableIterator<LogBatch> {
  const { wakes } = reading.tail;
  let closed = false;
  let wakeUp = (): void => undefined;
  const forget = wakes.onWake(() => wakeUp());

  async function* follow(): AsyncGenerator<LogBatch, void> {
    try {
      while (!closed) {
        const batch = await reading.read();
        if (batch && !closed) yield batch;
        if (reading.isWhole && reading.at.wake === wakes.last && !closed)
          await new Promise<void>((woken) => (wakeUp = woken));
      }
    } finally {
      close();
    }
  }
  function close(): void {
    closed = true;
    forget();
    reading.close();
    wakeUp();
  }
  return closable(follow(), close);
}
