import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AcceptInput } from '../../../server/ports/desk-of-book.ts';
import { databases } from '../../support/databases/databases.ts';
import { MoneyApart, seen } from '../../support/desks/money-apart.ts';
import { ADA, type TradierDesk } from '../../support/desks/tradier-desk.ts';

describe.each(databases())('a difference that has changed since it was seen, on %s', (_, open) => {
  let desk: MoneyApart;
  let t: TradierDesk;
  beforeEach(async () => {
    desk = await MoneyApart.start(open);
    t = desk.t;
  });
  afterEach(() => t.close());

  it('is a CONFLICT that returns all current checks', async () => {
    await desk.paidIn(1000);
    await desk.paidIn(50);
    const input = desk.asked();
    const current = { mode: 'PAPER', checks: await desk.checks() };
    await expect(t.desk.account.acceptDifferences(ADA, input)).rejects.toMatchObject({
      code: 'CONFLICT',
      detail: { current },
    });
    // A valid difference is not accepted together with an invalid one.
    const mixed = [...seen(1050, 'CASH'), ...seen(1000, 'PNL')];
    await expect(desk.accept({ differences: mixed })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await desk.states()).toEqual(['DIFFERS', 'DIFFERS']);
    // The refusal has used no key up.
    await desk.accept({ ...input, differences: seen(1050, 'CASH', 'PNL') });
    expect(await desk.states()).toEqual(['HOLDS', 'HOLDS']);
  });

  it.each<[string, Partial<AcceptInput>, string]>([
    ['without a reason', { note: ' \n ' }, 'input.note'],
    ['with an endless reason', { note: 'x'.repeat(501) }, 'input.note'],
    ['without a difference', { differences: [] }, 'input.differences'],
    ['at another venue', { venue: 'TRADIER_LIVE' }, 'input.venue'],
    ['at an unknown venue', { venue: 'NOWHERE' }, 'input.venue'],
    ['for a quantity', { differences: seen(0, 'QUANTITY') }, 'input.differences.0.invariant'],
    ['for a cost', { differences: seen(0, 'AVERAGE_PRICE') }, 'input.differences.0.invariant'],
    ['twice', { differences: seen(1000, 'CASH', 'CASH') }, 'input.differences.1.invariant'],
    ['under an invalid key', { idempotencyKey: 'short' }, 'input.idempotencyKey'],
  ])('is not accepted %s, and the refusal is in the log', async (_name, parts, field) => {
    await desk.paidIn(1000);
    const refused = { code: 'BAD_USER_INPUT', detail: { field } };
    await expect(desk.accept(parts)).rejects.toMatchObject(refused);
    expect(await desk.states()).toEqual(['DIFFERS', 'DIFFERS']);
    expect((await desk.lines())[0]).toMatchObject({ action: 'ACCEPT_DIFFERENCES_REFUSED' });
  });

  it('is not accepted when both sides agree', async () => {
    await desk.look();
    await expect(desk.accept({ differences: seen(0, 'CASH') })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'input.differences.0.invariant' },
    });
  });

  it('is not accepted when the book contradicts itself', async () => {
    await t.fresh.knex('accounts').where({ username: 'ada' }).update({ fees: '2.05' });
    await desk.look();
    const { within, ours, theirs } = await desk.check('PNL');
    const differences = [{ invariant: 'PNL', difference: theirs!.minus(ours!) }] as const;
    expect(within).toBe(true);
    await expect(desk.accept({ differences })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('contradicts itself') as string,
    });
  });
});
