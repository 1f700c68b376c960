import { describe, expect, it } from 'vitest';
import {
  acceptableAt,
  apartOf,
  currentChecks,
  meaningOf,
  standing,
  type Check,
} from '../../../client/safety/acceptance.ts';

const check = (parts: object = {}) =>
  ({
    ...{ invariant: 'CASH', venue: 'TRADIER_SANDBOX', account: 'VA1' },
    ...{ state: 'DIFFERS', acceptable: true },
    difference: '1000',
    ...parts,
  }) as Check;

describe('an accepted difference', () => {
  it.each([
    ['1000', /has 1,000\.00 dollars more than the trades of this book explain, as after a deposit/],
    ['-25.5', /has 25\.50 dollars less than .* as after a withdrawal or a charge/],
  ])('of %s dollars is said of the account', (difference, sentence) => {
    const pnl = check({ invariant: 'PNL', difference: '999' });
    expect(meaningOf([pnl, check({ difference })])).toMatch(sentence);
    expect(meaningOf([pnl])).toContain('shows 999.00 dollars more');
    expect(meaningOf([pnl])).toMatch(/^The account TRADIER SANDBOX VA1 /);
    expect(meaningOf([])).toBeNull();
  });

  it('belongs to one account, and includes only what may be accepted', () => {
    const elsewhere = [check({ venue: 'TRADIER_LIVE' }), check({ account: 'VA2' })];
    const cost = check({ invariant: 'AVERAGE_PRICE', acceptable: false });
    expect(acceptableAt([...elsewhere, cost, check()], check())).toEqual([check()]);
  });

  it('is shown with its sign, beside the current difference', () => {
    expect(apartOf(check())).toBe('+1,000.00');
    expect(apartOf(check({ difference: '0.00' }))).toBe('0');
    expect(apartOf(check({ difference: null }))).toBe('—');
    expect(apartOf(check({ invariant: 'QUANTITY', difference: '-1' }))).toBe('−1');
    expect(standing(check())).toBe('+1,000.00');
    expect(standing(check({ state: 'HOLDS' }))).toBe('agrees');
    expect(standing(undefined)).toBe('unknown');
  });

  it('is read from a conflict that carries all checks', () => {
    expect(currentChecks({ checks: [check()] })?.checks).toHaveLength(1);
    expect(currentChecks({ version: 3 })).toBeNull();
    expect(currentChecks(null)).toBeNull();
  });
});
