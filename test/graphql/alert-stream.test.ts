import { afterEach, beforeEach, expect, it } from 'vitest';
import { LocalEventFeed } from '../../server/adapters/events/local-event-feed.ts';
import type { Alert } from '../../server/domain/book/alert.ts';
import { newAlerts } from '../../server/graphql/streams/alert-stream.ts';
import { NOON } from '../support/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/fresh-book.ts';
import { SilentLog } from '../support/silent-log.ts';

let fresh: FreshBook;
beforeEach(async () => void (fresh = await freshBook()));
afterEach(() => fresh.close());

it('tells an alert whose own wake was lost, once everybody is told to read anew', async () => {
  const feed = new LocalEventFeed(new SilentLog());
  const reader = fresh.book.read('ada');
  const alerts = await newAlerts({ feed, reader, mode: 'PAPER', username: 'ada' });
  const alert = { kind: 'UNPROTECTED', severity: 'CRITICAL', message: 'No stop', tradeId: null };
  await fresh.another().book.change('ada', (change) => change.raise(alert as Alert, NOON));
  const told = alerts.next();
  feed.wakeAll();
  expect((await told).value).toMatchObject({ kind: 'UNPROTECTED', message: 'No stop' });
  await alerts.return?.();
});
