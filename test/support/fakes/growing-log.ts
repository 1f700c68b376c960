import { LocalEventFeed } from '../../../server/adapters/events/local-event-feed.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { TradeEvent } from '../../../server/domain/trade/trade-event.ts';
import type { ReadNews } from '../../../server/ports/book-news.ts';
import type { BookReader } from '../../../server/ports/book.ts';
import type { BookView } from '../../../server/graphql/streams/log-page.ts';
import { aMark, anEvent, aTrade } from '../values/builders.ts';
import { SilentLog } from './silent-log.ts';

const TRADES = 7;

export const hashOf = (sequence: number) => sequence.toString(16).padStart(64, '0');
export const placeAt = (sequence: number) => ({ sequence, hash: hashOf(sequence) });

/** A log that grows in memory, trades that are marked, and a feed that can lose and repeat wakes. */
export class GrowingLog {
  readonly events: TradeEvent[] = [];
  readonly feed = new LocalEventFeed(new SilentLog());
  /** The last mark of each trade; marks count upwards. */
  readonly marks = new Map<string, number>();
  reads = 0;
  #marked = 0;

  /** `turn`: each statement waits for it before it reads, and again before it answers. */
  constructor(private readonly turn: () => Promise<void> = () => Promise.resolve()) {}

  readonly reader = {
    account: () => this.#answer(() => placeAt(this.events.length)),
    hashAt: async (sequence: number) => hashOf(sequence),
    eventsAfter: (sequence: number, limit: number) => {
      this.reads += 1;
      return this.#answer(() => this.events.slice(sequence, sequence + limit));
    },
    tradesById: (ids: readonly string[]) =>
      this.#answer(() =>
        ids.map((id) => {
          const price = this.marks.get(id);
          const mark = price === undefined ? null : aMark({ price: dec(price) });
          return { trade: aTrade({ id, mark }), orders: [] };
        }),
      ),
  };

  readonly news: ReadNews = (asked, lines) =>
    Promise.all(
      asked.map(async ({ after, marked }) => {
        const events = await this.reader.eventsAfter(after, lines + 1);
        if (events.length > lines) return null;
        const ids = new Set([...events.map(({ trade }) => trade.id), ...marked]);
        return { events, trades: await this.reader.tradesById([...ids]) };
      }),
    );

  readonly view: BookView = (work) => work(this.reader as unknown as BookReader);

  append(count = 1): void {
    for (let each = 0; each < count; each += 1) {
      const sequence = this.events.length + 1;
      const trade = aTrade({ id: `paper_${sequence % TRADES}` });
      const { orders: _, ...event } = anEvent(trade);
      this.events.push({ ...event, ...placeAt(sequence) });
    }
  }

  mark(trade: number): void {
    const id = `paper_${trade % TRADES}`;
    this.#marked += 1;
    this.marks.set(id, this.#marked);
    this.wake([id]);
  }

  wake(marked: readonly string[] = []): void {
    this.feed.publish({ mode: 'PAPER', username: 'ada', marked, alerts: [] });
  }

  async #answer<T>(look: () => T): Promise<T> {
    await this.turn();
    const seen = look();
    await this.turn();
    return seen;
  }
}
