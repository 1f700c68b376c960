import { closable } from './closable.ts';
import type { LogBatch } from './log-page.ts';
import type { LogReading } from './log-reading.ts';

/**
 * The batches of a reader that shares nothing: the log's events in order, none twice and none left out, first
 * those missed, then live ones. A wake only says that there is something to read; the log says what.
 */
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
