import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../../support/databases/databases.ts';
import { depositsScene, namedRealDesk } from '../../support/desks/deposits-scene.ts';
import { ADA, type TradierDesk } from '../../support/desks/tradier-desk.ts';

describe.each(databases())('the deposits of REAL that a person accepts, on %s', (_, open) => {
  let t: TradierDesk;
  let scene: ReturnType<typeof depositsScene>;
  beforeEach(async () => {
    t = await namedRealDesk(open);
    scene = depositsScene(t);
  });
  afterEach(() => t.close());

  const accept = async (...names: readonly string[]): Promise<void> => {
    const place = { venue: 'TRADIER_LIVE', account: t.venue.accountId } as const;
    const differences = (await scene.checks()).flatMap((check) => {
      const { invariant, ours, theirs } = check;
      return names.includes(invariant) ? [{ invariant, difference: theirs!.minus(ours!) }] : [];
    });
    const word = { ...place, differences, note: 'known', idempotencyKey: t.key() };
    await t.desk.account.acceptDifferences(ADA, { mode: 'REAL', ...word });
  };
  /** Moves money while a trade is open, so that it is not booked as a deposit by itself. */
  async function cameUnclear(word: 'wire' | 'fee', amount: number): Promise<void> {
    await scene.look();
    await scene.opened();
    t.venue.account.journal(word, amount, 'WORDS');
    await scene.look();
    await scene.look();
    expect(await scene.states()).toEqual(['DIFFERS', 'DIFFERS']);
  }

  it.each([[['CASH', 'PNL']], [['CASH']]])(
    'count once, whatever the statement says later: %s',
    async (names) => {
      await cameUnclear('wire', 700);
      await accept(...names);
      // The emulated venue charges no fees, so the book’s own fees of 1.05 are in the difference.
      expect(await scene.booked()).toEqual(['100000', '701.05']);
      await scene.look();
      expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
      scene.nextMorning();
      for (let n = 0; n < 3; n += 1) await scene.look();
      expect(await scene.booked()).toEqual(['100000', '701.05']);
      expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
      await t.desk.watchCauses.execute();
      expect([await scene.reader().switchCauses(), await t.alerts()]).toEqual([[], []]);
      const { deposits, cash } = await scene.reader().account();
      expect(deposits.toFixed()).toBe('200701.05');
      expect(cash.toFixed()).toBe(t.venue.account.cash.plus(100_000).toFixed());
      expect((await scene.logged()).join()).toContain(
        '(a difference that a person accepted, TRADIER',
      );
    },
  );

  it('do not hide what comes after a commission beyond the desk’s own', async () => {
    await cameUnclear('fee', -9);
    await accept('CASH', 'PNL');
    expect(await scene.booked()).toEqual(['100000', '-7.95']);
    t.venue.account.journal('ach', 500, 'ACH DEPOSIT');
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['100000', '-7.95', '500']);
    await scene.look();
    expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
  });

  it('go on from the cash that was accepted, also when a trade fills before the person does', async () => {
    await cameUnclear('wire', 700);
    await scene.exit('2.50');
    await accept('CASH', 'PNL');
    for (let n = 0; n < 3; n += 1) await scene.look();
    expect(await scene.booked()).toEqual(['100000', '701.05']);
    expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
  });

  it('are not P&L without the cash in which the same money shows', async () => {
    await cameUnclear('wire', 700);
    await expect(accept('PNL')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await scene.booked()).toEqual(['100000']);
  });
});
