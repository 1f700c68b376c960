import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Book } from '../../../server/ports/book.ts';
import { databases } from '../../support/databases/databases.ts';
import { MoneyApart, seen } from '../../support/desks/money-apart.ts';
import { ADA, type TradierDesk } from '../../support/desks/tradier-desk.ts';

const VENUE = 'TRADIER_SANDBOX';

describe.each(databases())('money that moved outside the trades, on %s', (_, open) => {
  let desk: MoneyApart;
  let t: TradierDesk;
  beforeEach(async () => {
    desk = await MoneyApart.start(open);
    t = desk.t;
  });
  afterEach(() => t.close());

  it('raises one alert, is read, is accepted with a reason, and a later difference is found again', async () => {
    await desk.paidIn(1000);
    expect(await desk.states()).toEqual(['DIFFERS', 'DIFFERS']);
    expect((await desk.alerts()).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^TRADIER_SANDBOX VA00000001: P&L is apart by \+1000 dollars\. /),
      expect.stringMatching(/^TRADIER_SANDBOX VA00000001: Cash is apart by \+1000 dollars\. /),
    ]);
    await desk.readAll();
    await desk.look();
    await desk.look();
    expect([await desk.states(), await t.alerts()]).toEqual([['DIFFERS', 'DIFFERS'], []]);

    const stands = await desk.accept();
    expect(stands.filter(({ state }) => state === 'HOLDS')).toHaveLength(4);
    const word = { difference: dec(1000), at: t.clock.now(), actor: 'user:ada', note: 'deposit' };
    expect(await desk.check('CASH')).toMatchObject({ since: t.clock.now(), accepted: word });
    expect((await desk.lines())[0]).toMatchObject({
      action: 'DIFFERENCES_ACCEPTED',
      actor: 'user:ada',
      at: t.clock.now(),
      tradeId: null,
      detail: {
        message:
          'Accepted that TRADIER_SANDBOX VA00000001 is apart from the book: Cash by +1000 and P&L by +1000 dollars. “deposit”',
        venue: VENUE,
        differences: [
          { invariant: 'CASH', difference: '1000' },
          { invariant: 'PNL', difference: '1000' },
        ],
        note: 'deposit',
      },
    });
    t.restart();
    await desk.look();
    expect([await desk.states(), await t.alerts()]).toEqual([['HOLDS', 'HOLDS'], []]);
    const { ours, theirs, evidence, accepted } = await desk.check('CASH');
    expect(theirs).toEqual(ours);
    expect(evidence).toContain('since a difference was accepted');
    expect(accepted).toEqual(word);

    await desk.paidIn(-400);
    expect(await desk.states()).toEqual(['DIFFERS', 'DIFFERS']);
    expect(await desk.apart('CASH')).toEqual(dec(-400));
    expect(await t.alerts()).toEqual(['INVARIANT_BROKEN', 'INVARIANT_BROKEN']);
  });

  it('ends the alerts that nobody has read', async () => {
    await desk.paidIn(1000);
    await desk.accept();
    expect((await desk.alerts()).map(({ resolvedAt }) => resolvedAt)).toEqual([
      t.clock.now(),
      t.clock.now(),
    ]);
  });

  it('counts fees from the acceptance on: earlier ones hide nothing that comes later', async () => {
    await desk.paidIn(1000);
    const held = await desk.check('CASH');
    expect([held.baseFees, held.tolerance]).toEqual([dec('1.05'), dec('0.01')]);
    t.venue.fill(t.legs()[1]!, { price: '2.50' });
    await desk.look();
    expect((await desk.check('CASH')).tolerance).toEqual(dec('1.06'));
    const apart = await desk.apart('CASH');
    const pnl = await desk.apart('PNL');
    const differences = [
      { invariant: 'CASH', difference: apart },
      { invariant: 'PNL', difference: pnl },
    ] as const;
    await desk.accept({ differences });
    for (const name of ['CASH', 'PNL'] as const)
      expect((await desk.check(name)).tolerance).toEqual(dec('0.01'));
    await desk.paidIn(-1);
    expect(await desk.states()).toEqual(['DIFFERS', 'DIFFERS']);
  });

  it('is accepted only for the invariant that is named', async () => {
    await desk.paidIn(1000);
    await desk.accept({ differences: seen(1000, 'CASH') });
    expect([await desk.states(), await t.alerts()]).toEqual([
      ['HOLDS', 'DIFFERS'],
      ['INVARIANT_BROKEN'],
    ]);
    await desk.look();
    expect(await desk.states()).toEqual(['HOLDS', 'DIFFERS']);
  });

  it('is accepted once, however often it is sent with the same key', async () => {
    await desk.paidIn(1000);
    const input = desk.asked();
    await Promise.all([
      t.desk.account.acceptDifferences(ADA, input),
      t.desk.account.acceptDifferences(ADA, input),
    ]);
    const before = await desk.check('CASH');
    await t.restart().account.acceptDifferences(ADA, input);
    expect(await desk.check('CASH')).toEqual(before);
    expect(
      (await desk.lines()).filter(({ action }) => action === 'DIFFERENCES_ACCEPTED'),
    ).toHaveLength(1);
    await expect(desk.accept({ ...input, note: 'other' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    // Under a new key, the same difference no longer exists.
    await expect(desk.accept()).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('stays accepted whichever two changes of a look it falls between', async () => {
    let isPast = false;
    for (let nth = 1; !isPast; nth += 1) {
      await desk.paidIn(1000);
      let changes = 0;
      t.restart((deps) => ({
        ...deps,
        book: afterEachChange(deps.book, async () => {
          changes += 1;
          if (changes === nth) await desk.accept();
        }),
      }));
      await desk.look();
      isPast = changes < nth;
      t.restart();
      if (isPast) await desk.accept();
      await desk.look();
      expect([nth, await desk.states(), await t.alerts()]).toEqual([nth, ['HOLDS', 'HOLDS'], []]);
    }
  });

  it('raises a new alert when it grows, also after the last was read, but not for a change caused by fees', async () => {
    await desk.paidIn(1000);
    await desk.readAll();
    // 1.05 dollars of fees that the emulated venue does not charge.
    t.venue.fill(t.legs()[1]!, { price: '2.50' });
    await desk.look();
    expect(await desk.apart('CASH')).toEqual(dec('1001.05'));
    expect(await t.alerts()).toEqual([]);
    await desk.paidIn(2);
    expect(await t.alerts()).toEqual(['INVARIANT_BROKEN', 'INVARIANT_BROKEN']);
    expect((await desk.alerts())[0]!.message).toContain('by +1003.05 dollars');
    await desk.readAll();
    await desk.look();
    expect(await t.alerts()).toEqual([]);
    // The difference goes, and comes back as it was.
    await desk.paidIn(-1002);
    await desk.paidIn(1002);
    expect(await t.alerts()).toEqual(['INVARIANT_BROKEN', 'INVARIANT_BROKEN']);
  });
});

/** The same book, which runs `then` right after each of its changes. */
function afterEachChange(book: Book, then: () => Promise<void>): Book {
  const change: Book['change'] = async (...asked) => {
    const result = await book.change(...asked);
    await then();
    return result;
  };
  return new Proxy(book, {
    get(target, name) {
      if (name === 'change') return change;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
