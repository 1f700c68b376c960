import type { TradingMode } from '../../domain/book/mode.ts';
import type { TradeEvent } from '../../domain/trade/trade-event.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';
import type { EventFeed } from '../../ports/event-feed.ts';
import { closable } from './closable.ts';
import { placeOf, type LogPlace } from './event-cursor.ts';
import { Wakes } from './wakes.ts';

const PAGE = 200;

export interface LogSource {
  readonly feed: EventFeed;
  readonly reader: BookReader;
  readonly mode: TradingMode;
  readonly username: string;
  /** Go on after this cursor; null: from the end of the log as it is now. */
  readonly after: string | null;
}

/** Its place is up to where everything has been told. */
export interface LogBatch extends LogPlace {
  readonly events: readonly TradeEvent[];
  /** All trades of the events, and those with a new mark, as they stand now. */
  readonly trades: readonly TradeAggregate[];
}

/**
 * What happened, in the log's order, no event twice and none left out: at first what was missed since
 * `after`, then live. A wake only says that there is something to read; the log says what.
 * @throws {Refusal} BAD_USER_INPUT for `after`.
 */
export async function logBatches(source: LogSource): Promise<AsyncIterableIterator<LogBatch>> {
  const { feed, reader, mode, username, after } = source;
  // Before the end of the log is read: what is appended in between wakes us.
  const wakes = new Wakes(feed, mode, username);
  try {
    const { sequence: end, hash } = await reader.account();
    const hashAt = (sequence: number) => reader.hashAt(sequence);
    const start =
      after === null ? { sequence: end, hash } : await placeOf(after, mode, { end, hashAt });
    return closable(follow(reader, wakes, start), () => wakes.close());
  } catch (error) {
    wakes.close();
    throw error;
  }
}

async function* follow(
  reader: BookReader,
  wakes: Wakes,
  start: LogPlace,
): AsyncGenerator<LogBatch, void> {
  let place = start;
  let marked: readonly string[] = [];
  try {
    for (;;) {
      const events = await reader.eventsAfter(place.sequence, PAGE);
      const whole = events.length < PAGE;
      place = events.at(-1) ?? place;
      const ids = new Set([...events.map(({ trade }) => trade.id), ...(whole ? marked : [])]);
      if (ids.size > 0) {
        const { sequence, hash } = place;
        yield { sequence, hash, events, trades: await reader.tradesById([...ids]) };
      }
      if (!whole) continue;
      const waking = await wakes.next();
      if (!waking) return;
      marked = waking.marked;
    }
  } finally {
    wakes.close();
  }
}
