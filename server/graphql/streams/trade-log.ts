import type { TradingMode } from '../../domain/mode.ts';
import type { TradeEvent } from '../../domain/trade/trade-event.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';
import type { EventFeed } from '../../ports/event-feed.ts';
import { closable } from './closable.ts';
import { placeOf, type LogPlace } from './event-cursor.ts';
import { Wakes } from './wakes.ts';

const PAGE = 200;

/** Reads the user's book at one instant: see `Book.view`. */
export type BookView = <T>(work: (reader: BookReader) => Promise<T>) => Promise<T>;

export interface LogSource {
  readonly feed: EventFeed;
  readonly view: BookView;
  readonly mode: TradingMode;
  readonly username: string;
  /** Starts after this cursor; null: at the current end of the log. */
  readonly after: string | null;
}

/** Its position is the last event delivered. */
export interface LogBatch extends LogPlace {
  readonly events: readonly TradeEvent[];
  /** All trades of the events, and trades with a new mark, as they stood when these events were read. */
  readonly trades: readonly TradeAggregate[];
}

/**
 * The log's events in order, none twice and none left out: first those missed since `after`, then live ones.
 * A wake only says that there is something to read; the log says what.
 * @throws {Refusal} BAD_USER_INPUT for `after`.
 */
export async function logBatches(source: LogSource): Promise<AsyncIterableIterator<LogBatch>> {
  const { feed, view, mode, username, after } = source;
  // Subscribes before reading the end of the log: events appended in between wake us.
  const wakes = new Wakes(feed, mode, username);
  try {
    const start = await view(async (reader) => {
      const { sequence: end, hash } = await reader.account();
      const hashAt = (sequence: number) => reader.hashAt(sequence);
      return after === null ? { sequence: end, hash } : placeOf(after, mode, { end, hashAt });
    });
    return closable(follow(view, wakes, start), () => wakes.close());
  } catch (error) {
    wakes.close();
    throw error;
  }
}

async function* follow(
  view: BookView,
  wakes: Wakes,
  start: LogPlace,
): AsyncGenerator<LogBatch, void> {
  let place = start;
  let marked: readonly string[] = [];
  try {
    for (;;) {
      const { sequence: after } = place;
      const { events, whole, trades } = await view((reader) => read(reader, after, marked));
      const { sequence, hash } = (place = events.at(-1) ?? place);
      if (trades.length > 0 || events.length > 0) yield { sequence, hash, events, trades };
      if (!whole) continue;
      const waking = await wakes.next();
      if (!waking) return;
      marked = waking.marked;
    }
  } finally {
    wakes.close();
  }
}

/** A page that does not reach the end leaves the marks to the last page. */
async function read(reader: BookReader, after: number, marked: readonly string[]) {
  const events = await reader.eventsAfter(after, PAGE);
  const whole = events.length < PAGE;
  const ids = new Set([...events.map(({ trade }) => trade.id), ...(whole ? marked : [])]);
  return { events, whole, trades: ids.size > 0 ? await reader.tradesById([...ids]) : [] };
}
