import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { eventCursor } from '../../server/graphql/streams/event-cursor.ts';
import type { BookView, LogBatch } from '../../server/graphql/streams/log-page.ts';
import { logBatches } from '../support/values/log-batches.ts';
import { LocalEventFeed } from '../../server/adapters/events/local-event-feed.ts';
import { aTrade, keep } from '../support/values/builders.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { GrowingLog, placeAt } from '../support/fakes/growing-log.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';

function listen(
  { feed, view }: GrowingLog,
  after: number | null,
): Promise<AsyncIterableIterator<LogBatch>> {
  const cursor = after === null ? null : eventCursor('PAPER', placeAt(after));
  return logBatches({ feed, view, mode: 'PAPER', username: 'ada', after: cursor });
}

const sequences = (batch: LogBatch) => batch.events.map(({ sequence }) => sequence);

describe('a subscription to the log', () => {
  it('loses and repeats nothing over 1,000 drops while 10,000 events flow', async () => {
    const log = new GrowingLog();
    const seen: number[] = [];
    let cursor = 0;
    let flowing = true;
    const flow = (async () => {
      for (let round = 0; round < 2_000; round += 1) {
        log.append(5);
        if (round % 3 !== 0) log.wake();
        if (round % 5 === 0) log.wake();
        await new Promise((resolve) => setImmediate(resolve));
      }
      flowing = false;
      log.wake();
    })();
    let drops = 0;
    while (drops < 1_000 || flowing || cursor < log.events.length) {
      if (!flowing && drops < 1_000) log.append();
      const batches = await listen(log, cursor);
      // The reader is dropped before a wait, during one, or right after a message.
      const pending = batches.next();
      // The last event may already be delivered: then nothing comes, and the wait ends by itself.
      const patience = drops % 2 === 0 ? drops % 3 : 100;
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
      const first = await Promise.race([pending, late]);
      await batches.return?.();
      drops += 1;
      const result = first ?? (await pending);
      if (result.done) continue;
      seen.push(...sequences(result.value));
      cursor = result.value.sequence;
    }
    await flow;
    expect(drops).toBeGreaterThanOrEqual(1_000);
    expect(log.events.length).toBeGreaterThanOrEqual(10_000);
    expect(seen).toEqual(log.events.map(({ sequence }) => sequence));
  });

  it('starts at the end of the log, and delivers a burst of wakes as one message', async () => {
    const log = new GrowingLog();
    log.append(3);
    const batches = await listen(log, null);
    const next = batches.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.append(4);
    for (let each = 0; each < 2_000; each += 1) log.wake();
    const { value } = (await next) as { value: LogBatch };
    expect(sequences(value)).toEqual([4, 5, 6, 7]);
    expect(log.reads).toBeLessThan(4);
    await batches.return?.();
  });

  it('delivers without another wake what came while its reader was busy', async () => {
    const log = new GrowingLog();
    const batches = await listen(log, null);
    const first = batches.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.append();
    log.wake();
    expect(sequences(((await first) as { value: LogBatch }).value)).toEqual([1]);
    log.append(2);
    log.wake();
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 1_000));
    const second = await Promise.race([batches.next(), late]);
    expect(second && sequences(second.value as LogBatch)).toEqual([2, 3]);
    await batches.return?.();
  });

  it('reads a long absence in pages of 200', async () => {
    const log = new GrowingLog();
    log.append(450);
    const batches = await listen(log, 0);
    const sizes: number[] = [];
    for (let page = 0; page < 3; page += 1) {
      const { value } = (await batches.next()) as { value: LogBatch };
      sizes.push(value.events.length);
    }
    expect(sizes).toEqual([200, 200, 50]);
    await batches.return?.();
  });

  it('delivers new marks with the current trades, at the same cursor', async () => {
    const log = new GrowingLog();
    log.append(2);
    const batches = await listen(log, null);
    const next = batches.next();
    log.wake(['paper_5']);
    log.wake(['paper_6']);
    const { value } = (await next) as { value: LogBatch };
    expect([value.sequence, value.events]).toEqual([2, []]);
    expect(value.trades.map(({ trade }) => trade.id)).toEqual(['paper_5', 'paper_6']);
    await batches.return?.();
  });

  it('ends at once, and releases the feed, while it waits', async () => {
    const log = new GrowingLog();
    const batches = await listen(log, null);
    const next = batches.next();
    await batches.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(log.feed.listened()).toEqual([]);
  });

  it('releases the feed when its cursor is refused', async () => {
    const log = new GrowingLog();
    await expect(listen(log, 5)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(log.feed.listened()).toEqual([]);
  });
});

describe('over a real book', () => {
  let fresh: FreshBook;
  beforeEach(async () => {
    fresh = await freshBook();
  });
  afterEach(() => fresh.close());

  it('continues after each event, wherever it was dropped', async () => {
    const { book } = fresh;
    const feed = new LocalEventFeed(new SilentLog());
    const reader = book.read('ada');
    const view: BookView = (work) => book.view('ada', work);
    const start = await reader.account();
    for (let each = 0; each < 20; each += 1) {
      await book.change('ada', (change) => keep(change, null, aTrade({ id: `paper_${each}` })));
    }
    const seen: string[] = [];
    let after = eventCursor('PAPER', start);
    const source = { feed, view, mode: 'PAPER', username: 'ada' } as const;
    while (seen.length < 20) {
      const batches = await logBatches({ ...source, after });
      const { value } = (await batches.next()) as { value: LogBatch };
      await batches.return?.();
      const [event] = value.events;
      seen.push(event!.trade.id);
      after = eventCursor('PAPER', event!);
    }
    expect(seen).toEqual(Array.from({ length: 20 }, (_, each) => `paper_${each}`));
  });

  it('delivers each event once, whatever else the log holds between them', async () => {
    const { book } = fresh;
    const feed = new LocalEventFeed(new SilentLog());
    const view: BookView = (work) => book.view('ada', work);
    const source = { feed, view, mode: 'PAPER', username: 'ada' } as const;
    const happens = (id: string) =>
      book.change('ada', async (change) => {
        await change.deposit(dec(1), NOON, 'user:ada');
        await keep(change, null, aTrade({ id }));
      });
    const batches = await logBatches({ ...source, after: null });
    const nextIds = async () => {
      const { value } = (await batches.next()) as { value: LogBatch };
      return value.events.map(({ trade }) => trade.id);
    };
    for (const id of ['a', 'b', 'c']) await happens(id);
    expect(await nextIds()).toEqual(['a', 'b', 'c']);
    await happens('d');
    feed.publish({ mode: 'PAPER', username: 'ada', marked: [], alerts: [] });
    expect(await nextIds()).toEqual(['d']);
    await batches.return?.();
  });
});
