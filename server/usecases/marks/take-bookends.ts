import type { Username } from '../../domain/ids.ts';
import { grouped } from '../../domain/grouped.ts';
import {
  bookendsBetween,
  datesBetween,
  mayBookendsBeDue,
  type Bookend,
} from '../../domain/market/bookends.ts';
import { markOf } from '../../domain/market/mark-rules.ts';
import type { Held, Markable } from '../../domain/trade/trade.ts';
import type { BookendRecord, BookendWrite } from '../../ports/mark-writes.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { closedDays } from './closed-days.ts';
import { quotesOfTrades } from '../steps/quotes-of-trades.ts';
import type { SecondLook } from './second-look.ts';

/** A slower source is asked again at the next look, while the bookend can still be taken. */
const PATIENCE_MS = 5_000;

/** A bookend that is due for a trade. */
interface Owed {
  readonly trade: Held;
  readonly bookend: Bookend;
}

/**
 * Stores each open trade's mark before the open and after the close, or why there is none, once a day however
 * many servers look. Bookends are only for the record: no order fills at a quote from outside the session,
 * so they leave the trade's own mark and excursions alone and trigger nothing.
 */
export class TakeBookends {
  constructor(
    private readonly deps: BookDeps,
    private readonly secondLook: SecondLook,
  ) {}

  /** Call this often: it takes what came due since the last call of any server, or counts it as missed. */
  async execute(): Promise<void> {
    const { book, clock } = this.deps;
    const now = clock.now();
    const last = await book.lastTick('bookends');
    // Nothing was due before the desk's first look, or when its clock was set back.
    const since = last && last < now ? last : now;
    // Nearly always nothing can be due, whatever is held.
    const held = mayBookendsBeDue(since, now) ? await book.heldSince(since) : [];
    const owed = await this.#owed(held, since, now);
    const inTime = owed.filter(({ trade, bookend }) => canBeTaken(trade, bookend, now));
    const late = owed.filter((each) => !inTime.includes(each));
    await book.writeBookends([
      ...(await this.#taken(inTime)),
      ...late.map((each) => missed(each, now, 'desk was not running')),
    ]);
    await book.passTick('bookends', { from: last, to: now, missed: [] });
  }

  /** A user's bookends due now, while a past is replayed that no other server sees. */
  async user(username: Username): Promise<void> {
    const { book, clock } = this.deps;
    const now = clock.now();
    const active = await book.read(username).activeTrades();
    const held = active.map(({ trade }) => trade).filter(({ phase }) => phase === 'OPEN');
    await book.writeBookends(await this.#taken(await this.#owed(held, now, now)));
  }

  /** What was due and is not taken yet nor, when too late, counted as missed. */
  async #owed(held: readonly Held[], since: Date, now: Date): Promise<readonly Owed[]> {
    const { book } = this.deps;
    const due = [...grouped(held, contractOf).values()].flatMap((group) => {
      const bookends = bookendsBetween(group[0].instrument, since, now);
      const owedOf = (trade: Held): readonly Owed[] =>
        bookends.filter(({ due: at }) => wasHeld(trade, at)).map((bookend) => ({ trade, bookend }));
      return bookends.length > 0 ? group.flatMap(owedOf) : [];
    });
    if (due.length === 0) return [];
    const trades = due.map(({ trade }) => trade);
    const closed = await closedDays(this.deps, trades, datesBetween(since, now));
    const records = new Map(
      (await book.bookends(datesBetween(since, now))).map((record) => [keyOf(record), record]),
    );
    return due.filter(({ trade, bookend }) => {
      if (closed(trade, bookend.date)) return false;
      const record = records.get(keyOf({ ...bookend, tradeId: trade.id }));
      if (!record) return true;
      return record.cause !== null && canBeTaken(trade, bookend, now);
    });
  }

  async #taken(owed: readonly Owed[]): Promise<readonly BookendWrite[]> {
    const { clock, ids } = this.deps;
    const of = new Map(owed.map((each) => [each.trade.id, each]));
    const trades = owed.map(({ trade }) => trade);
    const answer = await this.secondLook.believed(
      await quotesOfTrades(this.deps, trades, PATIENCE_MS),
    );
    const at = clock.now();
    const write = (trade: Markable, rest: Pick<BookendWrite, 'snapshot' | 'cause'>) =>
      [of.get(trade.id)].flatMap((each) => (each ? [{ ...writeOf(each, at), ...rest }] : []));
    return [
      ...answer.quoted.flatMap(({ trade, quote }) => {
        // A slow answer may be from the other side of the bell.
        if (isTooLate(of.get(trade.id), at))
          return write(trade, { snapshot: null, cause: 'answered too late' });
        const mark = markOf(quote, trade.instrument, trade.side);
        return write(trade, { snapshot: { id: ids.next(), mark }, cause: null });
      }),
      ...answer.missed.flatMap(({ trade, cause }) => write(trade, { snapshot: null, cause })),
    ];
  }
}

function contractOf({ instrument: { assetClass, symbol } }: Held): string {
  return `${assetClass} ${symbol}`;
}

function wasHeld({ openedAt, closedAt }: Held, at: Date): boolean {
  return openedAt !== null && openedAt <= at && (closedAt === null || closedAt > at);
}

function canBeTaken(trade: Held, { until }: Bookend, now: Date): boolean {
  return trade.phase === 'OPEN' && now < until;
}

function isTooLate(owed: Owed | undefined, at: Date): boolean {
  return owed !== undefined && at >= owed.bookend.until;
}

function missed(owed: Owed, at: Date, cause: string): BookendWrite {
  return { ...writeOf(owed, at), snapshot: null, cause };
}

function writeOf({ trade, bookend: { kind, date, due } }: Owed, at: Date) {
  return { username: trade.username, tradeId: trade.id, kind, date, due, at };
}

function keyOf({ tradeId, kind, date }: Pick<BookendRecord, 'tradeId' | 'kind' | 'date'>): string {
  return `${tradeId} ${kind} ${date}`;
}
