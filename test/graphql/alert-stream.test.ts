import { afterEach, beforeEach, expect, it } from 'vitest';
import { LocalEventFeed } from '../../server/adapters/events/local-event-feed.ts';
import type { Alert } from '../../server/domain/account/alert.ts';
import { alertChanges, newAlerts } from '../../server/graphql/streams/alert-stream.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';

let fresh: FreshBook;
beforeEach(async () => void (fresh = await freshBook()));
afterEach(() => fresh.close());

it('the stream delivers an alert whose own wake was lost, once every subscriber must read again', async () => {
  const feed = new LocalEventFeed(new SilentLog());
  const reader = fresh.book.read('ada');
  const alerts = await newAlerts({ feed, reader, mode: 'PAPER', username: 'ada' });
  const alert = { kind: 'UNPROTECTED', severity: 'CRITICAL', message: 'No stop', tradeId: null };
  await fresh.another().book.change('ada', (change) => change.raise(alert as Alert, NOON));
  const next = alerts.next();
  feed.wakeAll();
  expect((await next).value).toMatchObject({ kind: 'UNPROTECTED', message: 'No stop' });
  await alerts.return?.();
});

const alert = (subject: string) =>
  ({
    kind: 'SWITCH_TRIPPED',
    severity: 'WARNING',
    message: subject,
    tradeId: null,
    subject,
    condition: 'HALT_ENTRIES',
  }) as const;

it('the stream repeats an alert once its cause is gone, however many came since, and each other once', async () => {
  const feed = new LocalEventFeed(new SilentLog());
  const reader = fresh.book.read('ada');
  const { book } = fresh.another();
  await book.change('ada', (change) => change.raise(alert('first'), NOON));
  const source = { feed, reader, mode: 'PAPER', username: 'ada' } as const;
  const [changes, raised] = [await alertChanges(source), await newAlerts(source)];
  await book.change('ada', async (change) => {
    for (let n = 0; n < 120; n += 1) await change.raise(alert(`later ${n}`), NOON);
  });
  feed.wakeAll();
  expect((await raised.next()).value).toMatchObject({ acknowledgedAt: null });
  for (let n = 0; n < 100; n += 1) await changes.next();
  await book.change('ada', (change) => change.resolve('SWITCH_TRIPPED', 'first', NOON));
  feed.wakeAll();
  expect((await changes.next()).value).toMatchObject({ message: 'first', resolvedAt: NOON });
  await Promise.all([changes.return?.(), raised.return?.()]);
});
