import type { TradingMode } from '../../domain/mode.ts';
import type { ReadNews } from '../../ports/book-news.ts';
import type { EventFeed } from '../../ports/event-feed.ts';
import { placeOf } from './event-cursor.ts';
import { readChanges, readEvents, type BookView, type ReadPage } from './log-page.ts';
import { LogReading } from './log-reading.ts';
import { LogTail } from './log-tail.ts';
import { SharedPages } from './shared-pages.ts';
import { WakeCount } from './wake-count.ts';

export interface LogSource {
  readonly view: BookView;
  readonly mode: TradingMode;
  readonly username: string;
  /** Only events: neither their trades nor marks. */
  readonly eventsOnly?: boolean;
  /** Starts after this cursor; null: at the current end of the log. */
  readonly after: string | null;
}

/** The tail of a book that is read here, and for each reader the wake up to which it has read. */
interface Followed {
  readonly tail: LogTail;
  readonly readers: Set<() => number>;
}

/** One tail for each book that has a reader here. */
export class LogTails {
  readonly #followed = new Map<string, Followed>();

  readonly #shared: SharedPages;

  constructor(
    private readonly feed: EventFeed,
    newsOf: (mode: TradingMode) => ReadNews,
  ) {
    this.#shared = new SharedPages(newsOf);
  }

  /** @throws {Refusal} BAD_USER_INPUT for `after`. */
  async open(source: LogSource): Promise<LogReading> {
    const { view, mode, after } = source;
    // Starts counting wakes before it reads the end of the log, so that events in between wake it.
    const { tail, readers } = this.#follow(source);
    const wake = tail.wakes.last;
    let progress = (): number => wake;
    const reader = (): number => progress();
    readers.add(reader);
    const release = (): void => this.#release(source, reader);
    try {
      const { place, end } = await view(async (book) => {
        const { sequence: end, hash } = await book.account();
        const hashAt = (sequence: number) => book.hashAt(sequence);
        const place = { sequence: end, hash };
        return { end, place: after === null ? place : await placeOf(after, mode, { end, hashAt }) };
      });
      const start = { place, wake, whole: place.sequence === end };
      const reading = new LogReading(tail, start, release);
      progress = () => reading.at.wake;
      return reading;
    } catch (error) {
      release();
      throw error;
    }
  }

  #follow(source: LogSource): Followed {
    const { mode, username, view, eventsOnly = false } = source;
    const known = this.#followed.get(keyOf(source));
    if (known) return known;
    const wakes = new WakeCount(this.feed, mode, username, !eventsOnly);
    const readers = new Set<() => number>();
    wakes.onWake(() => {
      wakes.forgetMarks([...readers].reduce((least, wake) => Math.min(least, wake()), Infinity));
    });
    const read: ReadPage = (after, marked) =>
      eventsOnly ? readEvents(view, after) : readChanges(view, after, marked);
    const who = { username, withTrades: !eventsOnly };
    const live: ReadPage = (after, marked) => this.#shared.page(mode, who, after, marked, read);
    const followed = { tail: new LogTail(wakes, read, live), readers };
    this.#followed.set(keyOf(source), followed);
    return followed;
  }

  #release(source: LogSource, reader: () => number): void {
    const followed = this.#followed.get(keyOf(source));
    if (!followed?.readers.delete(reader) || followed.readers.size > 0) return;
    followed.tail.wakes.close();
    this.#followed.delete(keyOf(source));
  }
}

function keyOf({ mode, username, eventsOnly = false }: LogSource): string {
  return `${mode}:${username}:${eventsOnly}`;
}
