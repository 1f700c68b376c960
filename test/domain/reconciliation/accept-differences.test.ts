import { describe, expect, it } from 'vitest';
import { acceptDifferences } from '../../../server/domain/reconciliation/accept-differences.ts';
import { adviceOn, isAcceptable } from '../../../server/domain/reconciliation/acceptable.ts';
import type { InvariantCheck } from '../../../server/domain/reconciliation/invariant.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { A_DEPOSIT } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const BY = { at: NOON, actor: 'user:ada' };

function accepted(check: InvariantCheck): InvariantCheck {
  const { invariant, venue } = check;
  const differences = [{ invariant, difference: check.theirs!.minus(check.ours!) }];
  const word = { mode: 'PAPER', venue, differences, note: 'deposit' } as const;
  return acceptDifferences([check], word, BY)[0]!;
}

describe('an accepted difference', () => {
  it('moves the base by its amount, and fees count from there on', () => {
    expect(accepted(A_DEPOSIT)).toMatchObject({
      state: 'HOLDS',
      since: NOON,
      ours: dec('-451.05'),
      theirs: dec('-451.05'),
      base: dec('100999.30'),
      baseFees: dec('2.80'),
      tolerance: dec('0.01'),
      told: null,
      accepted: { difference: dec('999.30'), at: NOON, actor: 'user:ada', note: 'deposit' },
    });
  });

  it('keeps its fees when its comparison predates stored fees', () => {
    const { baseFees, tolerance } = accepted({ ...A_DEPOSIT, countedFees: null });
    expect([baseFees, tolerance]).toEqual([dec('0.70'), dec('2.11')]);
  });

  it('for P&L has the open positions’ fees as tolerance, which the venue may count into its cost', () => {
    const pnl = { ...A_DEPOSIT, invariant: 'PNL', countedFees: dec('1.75') } as const;
    expect(accepted(pnl).tolerance).toEqual(dec('1.06'));
  });
});

describe('a difference in one of two accounts at a venue', () => {
  const other: InvariantCheck = { ...A_DEPOSIT, account: 'VA2' };
  const word = (account?: string) => ({
    ...({ mode: 'PAPER', venue: A_DEPOSIT.venue, account, note: 'deposit' } as const),
    differences: [{ invariant: 'CASH', difference: dec('999.30') }] as const,
  });
  const accountsOf = (account?: string) =>
    acceptDifferences([A_DEPOSIT, other], word(account), BY).map((check) => check.account);

  it('is accepted there and nowhere else, however alike the other is', () => {
    expect(accountsOf('VA2')).toEqual(['VA2']);
    expect(accountsOf('VA1')).toEqual(['VA1']);
  });

  it('without a named account is the one that is unchanged since it was seen', () => {
    const seen = acceptDifferences([{ ...A_DEPOSIT, theirs: dec(0) }, other], word(), BY);
    expect(seen.map(({ account }) => account)).toEqual(['VA2']);
  });

  it('is refused in an account that was never compared', () => {
    const refused = { code: 'BAD_USER_INPUT', detail: { field: 'input.account' } };
    expect(() => accountsOf('VA3')).toThrow(expect.objectContaining(refused));
  });

  it('counts as changed when only the other account’s remains', () => {
    const here = { ...A_DEPOSIT, theirs: dec(0) };
    expect(() => acceptDifferences([here, other], word('VA1'), BY)).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        message: 'CASH at TRADIER_SANDBOX VA1 does not stand as you saw it: look again.',
      }),
    );
  });
});

describe('the advice on a difference', () => {
  it.each<[string, Partial<InvariantCheck>, boolean, RegExp | null]>([
    ['of cash at a broker', {}, true, /^Accept it if you know its cause/],
    ['of P&L at a broker', { invariant: 'PNL' }, true, /^Accept it/],
    ['of a quantity', { invariant: 'QUANTITY' }, false, /reviewing its trade/],
    ['of a cost', { invariant: 'AVERAGE_PRICE' }, false, /stays as it is/],
    ['at the simulated venue', { venue: 'SIMULATED' }, false, /fault of the desk/],
    ['in the book itself', { within: true }, false, /contradicts itself/],
    ['that does not exist', { state: 'HOLDS' }, false, null],
    ['that is unknown', { state: 'UNKNOWN' }, false, null],
  ])('%s', (_, parts, mayBe, advice) => {
    const check = { ...A_DEPOSIT, ...parts };
    expect(isAcceptable(check)).toBe(mayBe);
    if (advice) expect(adviceOn(check)).toMatch(advice);
    else expect(adviceOn(check)).toBeNull();
    if (mayBe) expect(accepted(check).state).toBe('HOLDS');
    else expect(() => accepted(check)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
