import type { TradeEvent } from '../../domain/trade/trade-event.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookNews } from '../../ports/book-news.ts';
import type { BookReader } from '../../ports/book.ts';
import type { LogPlace } from './event-cursor.ts';

/** Lines of a log in one page. */
export const PAGE = 200;

/** Reads the user's book at one instant: see `Book.view`. */
export type BookView = <T>(work: (reader: BookReader) => Promise<T>) => Promise<T>;

/** Events of a log. Its own place is that of the last event. */
export interface LogBatch extends LogPlace {
  readonly events: readonly TradeEvent[];
  /** All trades of the events, and trades with a new mark, in their state then; empty for events alone. */
  readonly trades: readonly TradeAggregate[];
}

export interface LogPage {
  readonly batch: LogBatch;
  /** The log had no more events than these. */
  readonly whole: boolean;
}

/** Reads the part of the log after a place. */
export type ReadPage = (after: LogPlace, marked: readonly string[]) => Promise<LogPage>;

/** The page that holds everything new after a place. */
export function pageOf(after: LogPlace, { events, trades }: BookNews): LogPage {
  const { sequence, hash } = events.at(-1) ?? after;
  return { batch: { sequence, hash, events, trades }, whole: true };
}

/** Reads events with their trades, and marked trades. Only the page that ends the log has the marks. */
export function readChanges(
  view: BookView,
  after: LogPlace,
  marked: readonly string[],
): Promise<LogPage> {
  return view(async (reader) => {
    const events = await reader.eventsAfter(after.sequence, PAGE);
    const whole = events.length < PAGE;
    const ids = new Set([...events.map(({ trade }) => trade.id), ...(whole ? marked : [])]);
    const trades = ids.size > 0 ? await reader.tradesById([...ids]) : [];
    const { sequence, hash } = events.at(-1) ?? after;
    return { batch: { sequence, hash, events, trades }, whole };
  });
}

export function readEvents(view: BookView, after: LogPlace): Promise<LogPage> {
  return view(async (reader) => {
    const events = await reader.eventsAfter(after.sequence, PAGE);
    const { sequence, hash } = events.at(-1) ?? after;
    return { batch: { sequence, hash, events, trades: [] }, whole: events.length < PAGE };
  });
}
