import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AlertKind } from '../../server/domain/book/alert.ts';
import { TellAccount } from '../../server/usecases/tell-account.ts';
import { TradierDesk } from '../support/tradier-desk.ts';

const ONE = { venue: 'TRADIER_SANDBOX', account: 'VA1' } as const;
const OTHER = { ...ONE, account: 'VA2' } as const;

let t: TradierDesk;
beforeEach(async () => {
  t = await TradierDesk.start();
});
afterEach(() => t.close());

const process = () => new TellAccount({ book: t.fresh.book, clock: t.clock });
const abouts = async (kind: AlertKind) =>
  (await t.fresh.book.standing(kind)).map(({ about }) => about).sort();

it('tells of each account by itself: one that is well ends no other’s alert', async () => {
  const tell = process();
  await tell.tokenRefused('ada', ONE, 'expired');
  await tell.heard('ada', OTHER, 'orders', 2);
  expect(await abouts('TOKEN_REFUSED')).toEqual(['TRADIER_SANDBOX VA1']);
  await tell.heard('ada', ONE, 'orders', 0);
  expect(await abouts('TOKEN_REFUSED')).toEqual([]);
  expect(await abouts('UNREADABLE_ROWS')).toEqual(['TRADIER_SANDBOX VA2 orders']);
});

it('ends alerts of before they were told by account', async () => {
  const alert = { severity: 'CRITICAL', message: 'Refused.', tradeId: null } as const;
  const older = {
    kind: 'TOKEN_REFUSED',
    subject: 'TRADIER_SANDBOX',
    condition: 'refused',
  } as const;
  await t.fresh.book.change('ada', (change) => change.raise({ ...alert, ...older }, t.clock.now()));
  await process().heard('ada', ONE, 'orders', 0);
  expect(await abouts('TOKEN_REFUSED')).toEqual([]);
});
