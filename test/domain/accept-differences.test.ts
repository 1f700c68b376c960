import { describe, expect, it } from 'vitest';
import { acceptDifferences } from '../../server/domain/book/accept-differences.ts';
import { adviceOn, isAcceptable } from '../../server/domain/book/acceptable.ts';
import type { InvariantCheck } from '../../server/domain/book/invariant.ts';
import { dec } from '../../server/domain/decimal.ts';
import { A_DEPOSIT } from '../support/builders.ts';
import { NOON } from '../support/fake-clock.ts';

const BY = { at: NOON, actor: 'user:ada' };

function accepted(check: InvariantCheck): InvariantCheck {
  const { invariant, venue } = check;
  const differences = [{ invariant, difference: check.theirs!.minus(check.ours!) }];
  const word = { mode: 'PAPER', venue, differences, note: 'deposit' } as const;
  return acceptDifferences([check], word, BY)[0]!;
}

describe('a difference that is accepted', () => {
  it('moves the base by what is apart, and fees are counted from there on', () => {
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

  it('keeps its fees where it was compared before those of a look were kept', () => {
    const { baseFees, tolerance } = accepted({ ...A_DEPOSIT, countedFees: null });
    expect([baseFees, tolerance]).toEqual([dec('0.70'), dec('2.11')]);
  });

  it('is as sure of P&L as what is held allows, whose fees the venue may count into its cost', () => {
    const pnl = { ...A_DEPOSIT, invariant: 'PNL', countedFees: dec('1.75') } as const;
    expect(accepted(pnl).tolerance).toEqual(dec('1.06'));
  });
});

describe('what to do about a difference', () => {
  it.each<[string, Partial<InvariantCheck>, boolean, RegExp | null]>([
    ['of cash at a broker', {}, true, /^Accept it where you know why/],
    ['of P&L there', { invariant: 'PNL' }, true, /^Accept it/],
    ['of a quantity', { invariant: 'QUANTITY' }, false, /reviewing its trade/],
    ['of a cost', { invariant: 'AVERAGE_PRICE' }, false, /stays as it is/],
    ['at the simulated venue', { venue: 'SIMULATED' }, false, /fault of the desk/],
    ['in the book itself', { within: true }, false, /contradicts itself/],
    ['that is none', { state: 'HOLDS' }, false, null],
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
