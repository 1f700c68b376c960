import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AlertKind } from '../../../server/domain/account/alert.ts';
import { AccountAlerts } from '../../../server/usecases/steps/account-alerts.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';

const ONE = { venue: 'TRADIER_SANDBOX', account: 'VA1' } as const;
const OTHER = { ...ONE, account: 'VA2' } as const;

let t: TradierDesk;
beforeEach(async () => {
  t = await TradierDesk.start();
});
afterEach(() => t.close());

const process = () => new AccountAlerts({ book: t.fresh.book, clock: t.clock });
const abouts = async (kind: AlertKind) =>
  (await t.fresh.book.standing(kind)).map(({ about }) => about).sort();

it('alerts about one account end no other account’s alert', async () => {
  const alerts = process();
  await alerts.tokenRefused('ada', ONE, 'expired');
  await alerts.heard('ada', OTHER, 'orders', 2);
  expect(await abouts('TOKEN_REFUSED')).toEqual(['TRADIER_SANDBOX VA1']);
  await alerts.heard('ada', ONE, 'orders', 0);
  expect(await abouts('TOKEN_REFUSED')).toEqual([]);
  expect(await abouts('UNREADABLE_ROWS')).toEqual(['TRADIER_SANDBOX VA2 orders']);
});

const older = async (kind: AlertKind, subject: string) => {
  const alert = { severity: 'CRITICAL', message: 'Older.', tradeId: null } as const;
  const raised = { ...alert, kind, subject, condition: '1' };
  await t.fresh.book.change('ada', (change) => change.raise(raised, t.clock.now()));
};

it('alerts from before they named an account end too', async () => {
  await older('TOKEN_REFUSED', 'TRADIER_SANDBOX');
  await older('UNREADABLE_ROWS', 'TRADIER_SANDBOX orders');
  await process().heard('ada', ONE, 'orders', 0);
  expect(await abouts('TOKEN_REFUSED')).toEqual([]);
  expect(await abouts('UNREADABLE_ROWS')).toEqual([]);
});

it('alerts from before they named an account are not repeated', async () => {
  await older('TOKEN_REFUSED', 'TRADIER_SANDBOX');
  await process().tokenRefused('ada', ONE, 'expired');
  expect(await abouts('TOKEN_REFUSED')).toEqual(['TRADIER_SANDBOX VA1']);
  await older('UNREADABLE_ROWS', 'TRADIER_SANDBOX orders');
  await process().heard('ada', ONE, 'orders', 2);
  expect(await abouts('UNREADABLE_ROWS')).toEqual(['TRADIER_SANDBOX VA1 orders']);
});
