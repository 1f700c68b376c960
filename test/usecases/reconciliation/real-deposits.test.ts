import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { aClosedTrade, keep } from '../../support/values/builders.ts';
import { databases } from '../../support/databases/databases.ts';
import {
  beforeBalances,
  depositsScene,
  namedRealDesk,
  restartNamed,
} from '../../support/desks/deposits-scene.ts';
import { ADA, type TradierDesk } from '../../support/desks/tradier-desk.ts';

describe.each(databases())('the deposits of REAL on %s', (_, open) => {
  let t: TradierDesk;
  let scene: ReturnType<typeof depositsScene>;
  beforeEach(async () => {
    t = await namedRealDesk(open);
    scene = depositsScene(t);
  });
  afterEach(() => t.close());

  it('are what an account held when it was first seen, before anything is traded there', async () => {
    t.venue.account.cash = dec('25000.07');
    await t.desk.seeAccounts.execute();
    expect(await scene.booked()).toEqual(['25000.07']);
    await t.desk.seeAccounts.execute();
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['25000.07']);
    expect(await scene.logged()).toContain(
      `Deposited 25000.07 dollars (what it held when first seen, TRADIER_LIVE ${t.venue.accountId}).`,
    );
  });

  it('leave out an entry that is sent and filled while the account is first read', async () => {
    let during: (() => Promise<void>) | null = async () => {
      await t.place({ bracket: null });
      t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    };
    restartNamed(t, (deps) => ({
      ...deps,
      brokers: beforeBalances(deps.brokers, async () => {
        const now = during;
        during = null;
        await now?.();
      }),
    }));
    await scene.look();
    expect(await scene.booked()).toEqual([]);
    await t.sync();
    for (let n = 0; n < 3; n += 1) await scene.look();
    expect(await scene.booked()).toEqual(['100001.05']);
    expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
  });

  it('leave out what the desk’s own orders moved before the account was first read', async () => {
    await scene.opened();
    await scene.look();
    expect(await scene.booked()).toEqual([]);
    await scene.look();
    // The emulated venue charges no fees, so it holds the book’s own fees of 1.05 in addition.
    expect(await scene.booked()).toEqual(['100001.05']);
    expect((await t.desk.trading.calculatePnL(ADA)).cash.toFixed()).toBe('199550');
    await scene.look();
    expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
  });

  it('grow by what comes, once two looks agree, and shrink by what goes', async () => {
    await scene.look();
    await scene.look();
    t.venue.account.journal('ach', 500, 'ACH DEPOSIT');
    await scene.look();
    expect(await scene.booked()).toEqual(['100000']);
    expect(await scene.states()).toEqual(['UNKNOWN', 'UNKNOWN']);
    await scene.look();
    expect(await scene.booked()).toEqual(['100000', '500']);
    t.venue.account.journal('fee', -12.5, 'A FEE');
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['100000', '500', '-12.5']);
    await scene.look();
    expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
    expect(await t.alerts()).toEqual([]);
  });

  it('book nothing of a trade, open or closed, with a profit or a loss', async () => {
    await scene.look();
    await scene.opened();
    await scene.look();
    await scene.look();
    await scene.exit('2.50');
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['100000']);
    expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
    const [report] = await t.desk.account.accountReports(ADA);
    expect(report).toMatchObject({ named: true, type: 'MARGIN', cash: dec(100_300), dayTrades: 1 });
  });

  it('wait for the statement where trades moved money too, which then names the day’s transfer', async () => {
    await scene.look();
    await scene.opened();
    t.venue.account.journal('wire', 700, 'WIRE IN');
    await scene.look();
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['100000']);
    expect(await scene.states()).toContain('DIFFERS');
    scene.nextMorning();
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['100000', '700']);
    expect((await scene.logged()).join('\n')).toContain('(wire WIRE IN of 2026-03-10');
    await scene.look();
    expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
  });

  it('wait for the statement, too, while an option that ended in the money may still be paid out', async () => {
    await scene.look();
    const place = { venue: 'TRADIER_LIVE', venueAccount: t.venue.accountId } as const;
    const settled = { ...place, status: 'EXPIRED_ITM', closedAt: t.clock.now() } as const;
    const trade = aClosedTrade('120', '0', { id: 'real_settled', mode: 'REAL', ...settled });
    await t.fresh.book.change('ada', (book) => keep(book, null, trade));
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['100000']);
    t.venue.account.cash = t.venue.account.cash.plus(trade.cashFlow);
    await scene.look();
    t.venue.account.journal('ach', 500, 'ACH DEPOSIT');
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['100000']);
    scene.nextMorning();
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['100000', '500']);
  });

  it('count each account apart, and a restart counts nothing twice', async () => {
    await scene.look();
    t.venue.account.journal('ach', 500, 'ACH DEPOSIT');
    await scene.look();
    restartNamed(t);
    await scene.look();
    await scene.look();
    await scene.look();
    expect(await scene.booked()).toEqual(['100000', '500']);
  });
});

it('REAL’s book agrees with its account after any money and trades, and keeps its equation', async () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('money'), cents: fc.integer({ min: -99_999, max: 99_999 }) }),
    fc.record({ kind: fc.constant('trade'), cents: fc.integer({ min: 200, max: 400 }) }),
    fc.record({ kind: fc.constant('restart'), cents: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
      const t = await namedRealDesk();
      try {
        const look = async () => {
          t.pass(300);
          await t.desk.reconcile.execute();
        };
        await look();
        let came = dec(100_000);
        for (const { kind, cents } of acts) {
          const amount = dec(cents).dividedBy(100);
          if (kind === 'restart') restartNamed(t);
          if (kind === 'money') {
            t.venue.account.journal('ach', amount.toNumber(), 'TRANSFER');
            came = came.plus(amount);
          }
          if (kind === 'trade') {
            await t.place();
            t.venue.fill(t.legs()[0]!, { price: '1.50' });
            await t.sync();
            t.venue.fill(t.legs()[1]!, { price: amount.toFixed() });
            await t.sync();
          }
          await look();
          await look();
        }
        const [funds] = await t.fresh.book.read('ada').accountFunds();
        expect(funds?.deposited?.toFixed()).toBe(came.toFixed());
        const { deposits, cash, realizedPnl, fees } = await t.desk.trading.calculatePnL(ADA);
        expect(deposits.toFixed()).toBe(came.plus(100_000).toFixed());
        expect(cash.toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
      } finally {
        await t.close();
      }
    }),
    { numRuns: 12 },
  );
});
