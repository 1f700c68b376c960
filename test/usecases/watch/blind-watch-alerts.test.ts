import { afterEach, beforeEach, expect, it } from 'vitest';
import { BlindWatchAlerts } from '../../../server/usecases/watch/blind-watch-alerts.ts';
import { anOpenTrade } from '../../support/values/builders.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../../support/databases/fresh-book.ts';

const trade = anOpenTrade();
let fresh: FreshBook;
let clock: FakeClock;
let alerts: BlindWatchAlerts;
beforeEach(async () => {
  fresh = await freshBook();
  clock = new FakeClock();
  alerts = new BlindWatchAlerts({ book: fresh.book, clock });
});
afterEach(() => fresh.close());

const standing = async () => (await fresh.book.standing('WATCH_BLIND')).map(({ about }) => about);

it('the alert waits its minute again when a trade did not need the desk in between', async () => {
  await alerts.note('ada', trade, 'NO_PRICE');
  clock.advance(30_000);
  await alerts.onlyThese('ada', new Set());
  clock.advance(60_000);
  await alerts.note('ada', trade, 'NO_PRICE');
  expect(await standing()).toEqual([]);
  clock.advance(60_000);
  await alerts.note('ada', trade, 'NO_PRICE');
  expect(await standing()).toEqual([trade.id]);
});

it('the alert keeps counting while another user’s trades are checked', async () => {
  await alerts.note('ada', trade, 'NO_PRICE');
  await alerts.onlyThese('bob', new Set());
  clock.advance(60_000);
  await alerts.note('ada', trade, 'NO_PRICE');
  expect(await standing()).toEqual([trade.id]);
});
