import { expect, it } from 'vitest';
import { endAlert } from '../../../server/usecases/steps/end-alert.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';

it('an alert that does not stand is ended without a change of the book', async () => {
  const t = await TradierDesk.start();
  const { book, knex } = t.fresh;
  const kind = 'FOREIGN_CHANGE';
  const alert = { kind, severity: 'WARNING', message: 'Not ours.', tradeId: null } as const;
  await book.change('ada', (change) => change.raise({ ...alert, subject: 'there' }, t.clock.now()));
  const changes = () => knex('accounts').pluck<number[]>('lock_count');
  const before = await changes();
  await endAlert({ book, clock: t.clock }, 'ada', kind, 'here');
  expect(await changes()).toEqual(before);
  await endAlert({ book, clock: t.clock }, 'ada', kind, 'there');
  expect(await changes()).not.toEqual(before);
  expect(await book.standing(kind)).toEqual([]);
  await t.close();
});
