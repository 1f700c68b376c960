import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalEventFeed } from '../../server/adapters/events/local-event-feed.ts';
import type { TradeAggregate } from '../../server/domain/trade/trade.ts';
import { eventCursor } from '../../server/graphql/streams/event-cursor.ts';
import type { BookView, LogBatch } from '../../server/graphql/streams/log-page.ts';
import { LogTails } from '../../server/graphql/streams/log-tails.ts';
import { logBatches } from '../support/values/log-batches.ts';
import { anOpenTrade, keep } from '../support/values/builders.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';
import { writeAfter } from '../support/databases/write-between.ts';

describe.each(databases())('a batch of the log on %s', (_name, open) => {
  let fresh: FreshBook;
  let kept: TradeAggregate;
  let other: FreshBook['book'];
  const feed = new LocalEventFeed(new SilentLog());
  beforeEach(async () => {
    fresh = await freshBook(['ada'], open);
    other = fresh.another().book;
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  const listen = async (after: string | null) =>
    logBatches({
      ...{ feed, mode: 'PAPER', username: 'ada', after },
      view: (work) => fresh.book.view('ada', work),
    });
  const buy = async () =>
    void (kept = await other.change('ada', (book) => keep(book, null, anOpenTrade())));
  const move = async () =>
    void (kept = await other.change('ada', (book) => keep(book, kept, kept.trade)));
  const next = async (batches: AsyncIterator<LogBatch>) => (await batches.next()).value as LogBatch;
  const versionsIn = ({ events, trades }: LogBatch) => ({
    events: events.map(({ trade }) => trade.version),
    trades: trades.map(({ trade }) => trade.version),
  });

  it('holds no trade from after its last event, after a cursor or live', async () => {
    const start = eventCursor('PAPER', await fresh.book.read('ada').account());
    await buy();
    writeAfter(fresh, /sequence.? > /, move);
    const batches = await listen(start);
    const first = await next(batches);
    expect(versionsIn(first)).toEqual({ events: [1], trades: [1] });
    feed.publish({ mode: 'PAPER', username: 'ada', marked: [], alerts: [] });
    expect(versionsIn(await next(batches))).toEqual({ events: [2], trades: [2] });
    await batches.return?.();
    const again = await listen(eventCursor('PAPER', first));
    expect(versionsIn(await next(again))).toEqual({ events: [2], trades: [2] });
    await again.return?.();
  });

  it('holds a new mark of a trade as it stood at its place in the log', async () => {
    const start = eventCursor('PAPER', await fresh.book.read('ada').account());
    await buy();
    const batches = await listen(start);
    await next(batches);
    writeAfter(fresh, /sequence.? > /, move);
    feed.publish({ mode: 'PAPER', username: 'ada', marked: [kept.trade.id], alerts: [] });
    expect(versionsIn(await next(batches))).toEqual({ events: [], trades: [1] });
    await batches.return?.();
  });

  it('is read again after a write and a wake that come while it is read for all', async () => {
    const view: BookView = (work) => fresh.book.view('ada', work);
    const tails = new LogTails(feed, () => fresh.book.news);
    const reading = await tails.open({ view, mode: 'PAPER', username: 'ada', after: null });
    const steps: LogBatch[] = [];
    const wake = () => feed.publish({ mode: 'PAPER', username: 'ada', marked: [], alerts: [] });
    const fail = vi.fn<(error: unknown) => void>();
    const leave = reading.tail.listen(reading.at, {
      take: async ({ batch }) => void steps.push(batch),
      fail,
    });
    await buy();
    writeAfter(fresh, /sequence.? > /, async () => {
      await move();
      wake();
    });
    wake();
    await expect
      .poll(() => steps.map(versionsIn))
      .toEqual([
        { events: [1], trades: [1] },
        { events: [2], trades: [2] },
      ]);
    leave();
    reading.close();
    expect(fail).not.toHaveBeenCalled();
  });

  it('holds no connection while its reader takes its time', async () => {
    const start = eventCursor('PAPER', await fresh.book.read('ada').account());
    await buy();
    const batches = await listen(start);
    await next(batches);
    // SQLite has only one connection: holding it would block everyone.
    expect((fresh.knex.client as { pool: { numUsed(): number } }).pool.numUsed()).toBe(0);
    await batches.return?.();
  });
});
