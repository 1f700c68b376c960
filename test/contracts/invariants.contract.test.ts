import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvariantCheck } from '../../server/domain/reconciliation/invariant.ts';
import { dec, exactTotal } from '../../server/domain/decimal.ts';
import { aClosedTrade, anOpenTrade, aTrade, keep } from '../support/values/builders.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

const CHECK: InvariantCheck = {
  invariant: 'CASH',
  state: 'DIFFERS',
  ours: dec('0.1234567890123456789'),
  theirs: null,
  tolerance: dec('1.06'),
  evidence: 'Its change.',
  within: false,
  venue: 'SIMULATED',
  account: 'a1',
  since: NOON,
  checkedAt: new Date(NOON.getTime() + 5),
  base: dec('-3'),
  baseFees: dec('0.70'),
  countedFees: dec('0.80'),
  told: { difference: dec('-25.00000000000000000001'), tolerance: dec('0.01') },
  accepted: { difference: dec(1000), at: NOON, actor: 'user:ada', note: 'deposit' },
};

describe.each(databases())('the invariant results on %s', (_, open) => {
  let fresh: FreshBook;
  beforeAll(async () => {
    fresh = await freshBook(['ada', 'bob', 'eve'], open);
  });
  afterAll(() => fresh.close());
  const kept = (username: string) => fresh.book.read(username).invariantChecks();

  it('are stored exactly, one of a kind per venue, for their user alone', async () => {
    await fresh.book.change('ada', (book) => book.keepInvariants([CHECK]));
    expect(await kept('ada')).toEqual([CHECK]);
    const none = { told: null, accepted: null, countedFees: null };
    const next = { ...CHECK, ...none, state: 'HOLDS', theirs: dec(1) } as const;
    const elsewhere = { ...CHECK, venue: 'TRADIER_SANDBOX' } as const;
    await fresh.book.change('ada', (book) => book.keepInvariants([next, elsewhere]));
    expect(await kept('ada')).toEqual([next, elsewhere]);
    expect(await kept('bob')).toEqual([]);
  });

  it('sum trades by venue without rounding', async () => {
    await fresh.book.change('ada', async (book) => {
      await keep(book, null, anOpenTrade({ id: 'x', fees: dec('0.1') }));
      await keep(book, null, aClosedTrade('1000', '0.20000000000000000001', { id: 'y' }));
      await keep(book, null, anOpenTrade({ id: 'z', venue: 'TRADIER_SANDBOX', fees: dec(3) }));
    });
    const sums = await fresh.book.read('ada').tradeSums();
    const fees = new Map(sums.map((each) => [each.venue, each.fees.toFixed()]));
    expect(fees.get('TRADIER_SANDBOX')).toBe('3');
    expect([...fees.values()]).toContain('0.30000000000000000001');
    expect(await fresh.book.read('bob').tradeSums()).toEqual([]);
  });

  it('sum any amounts to the last digit, of either sign and any length', async () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 25 }))
      .map(([digits, places]) => dec(`${digits}e-${places}`));
    let id = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 8 }), async (amounts) => {
        const account = `a${++id}`;
        await fresh.book.change('eve', async (book) => {
          for (const each of amounts) {
            const money = { fees: dec(1), cashFlow: each, realizedPnl: each.negated() };
            const place = { username: 'eve', venueAccount: account } as const;
            await keep(book, null, aTrade({ id: `t${++id}`, ...place, ...money }));
          }
        });
        const sums = await fresh.book.read('eve').tradeSums();
        const here = sums.find((each) => each.account === account);
        const total = exactTotal(amounts);
        expect(here?.cashFlow.toFixed()).toBe(total.toFixed());
        expect(here?.realizedPnl.toFixed()).toBe(total.negated().toFixed());
        expect(here?.fees.toFixed()).toBe(String(amounts.length));
      }),
      { numRuns: 25 },
    );
  });

  it('sum what a swap cost that filled nothing', async () => {
    await fresh.book.change('bob', async (book) => {
      const cost = {
        fees: dec('0.0105'),
        cashFlow: dec('-0.0105'),
        venue: 'JUPITER_PAPER',
      } as const;
      await keep(book, null, aTrade({ id: 'failed', username: 'bob', ...cost }));
      await keep(book, null, aTrade({ id: 'waiting', username: 'bob', venue: 'TRADIER_SANDBOX' }));
    });
    const sums = await fresh.book.read('bob').tradeSums();
    expect(
      sums.map(({ venue, cashFlow, fees }) => [venue, String(cashFlow), String(fees)]),
    ).toEqual([['JUPITER_PAPER', '-0.0105', '0.0105']]);
  });
});
