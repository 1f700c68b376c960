import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LocalEventFeed } from '../../server/adapters/events/local-event-feed.ts';
import type { ReadNews } from '../../server/ports/book-news.ts';
import type { BookView } from '../../server/graphql/streams/log-page.ts';
import { LogTails } from '../../server/graphql/streams/log-tails.ts';
import type { LogReading } from '../../server/graphql/streams/log-reading.ts';
import type { Step } from '../../server/graphql/streams/log-tail.ts';
import { anOpenTrade, keep } from '../support/values/builders.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';

const USERS = Array.from({ length: 12 }, (_, at) => `user-${at}`);
const idOf = (username: string) => `paper_${username}`;

let fresh: FreshBook;
let readings: LogReading[];
const news = vi.fn<ReadNews>();
const feed = new LocalEventFeed(new SilentLog());
const steps = new Map<string, Step[]>();
const failures = new Map<string, unknown>();

beforeEach(async () => {
  fresh = await freshBook(USERS);
  news.mockReset().mockImplementation((...asked) => fresh.book.news(...asked));
  const tails = new LogTails(feed, () => news);
  readings = [];
  for (const username of USERS) {
    const view: BookView = (work) => fresh.book.view(username, work);
    const reading = await tails.open({ view, mode: 'PAPER', username, after: null });
    steps.set(username, []);
    reading.tail.listen(reading.at, {
      take: async (step) => void steps.get(username)?.push(step),
      fail: (error) => void failures.set(username, error),
    });
    readings.push(reading);
  }
});
afterEach(async () => {
  for (const reading of readings) reading.close();
  failures.clear();
  await fresh.close();
});

const buyAll = async (count = 1) => {
  for (const username of USERS)
    for (let at = 0; at < count; at += 1) {
      const id = at === 0 ? idOf(username) : `${idOf(username)}-${at}`;
      await fresh.book.change(username, (book) => keep(book, null, anOpenTrade({ id, username })));
    }
};
const wakeAll = () => {
  for (const username of USERS) feed.publish({ mode: 'PAPER', username, marked: [], alerts: [] });
};
const told = () =>
  USERS.map((user) => steps.get(user)?.flatMap(({ batch }) => batch.events.map((e) => e.trade.id)));

it('reads once for all users who are woken together, each getting what is their own', async () => {
  await buyAll();
  wakeAll();
  await expect.poll(told).toEqual(USERS.map((user) => [idOf(user)]));
  expect(news.mock.calls.map(([asked]) => asked.length)).toEqual([USERS.length]);
});

it('lets a user who is far behind read alone, page by page', async () => {
  const [first] = USERS;
  for (let at = 0; at < 201; at += 1)
    await fresh.book.change(first!, (book) =>
      keep(book, null, anOpenTrade({ id: `paper_many-${at}`, username: first! })),
    );
  wakeAll();
  await expect.poll(() => told()[0]?.length).toBe(201);
  expect(steps.get(first!)!.map(({ batch }) => batch.events.length)).toEqual([200, 1]);
});

it('tells each of them when the read fails, and reads again at the next wake', async () => {
  await buyAll();
  news.mockRejectedValueOnce(new Error('The database is away'));
  wakeAll();
  await expect.poll(() => failures.size).toBe(USERS.length);
  wakeAll();
  await expect.poll(told).toEqual(USERS.map((user) => [idOf(user)]));
});
