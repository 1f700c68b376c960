import { describe, expect, it } from 'vitest';
import type { Finding, InvariantState } from '../../../server/domain/reconciliation/invariant.ts';
import { recordedDifference } from '../../../server/domain/reconciliation/recorded-difference.ts';
import { dec } from '../../../server/domain/decimal.ts';

/** A difference of `apart` dollars, with `tolerance` allowed. */
function found(apart: string, tolerance: string, state: InvariantState = 'DIFFERS'): Finding {
  const sides = { ours: dec(5), theirs: dec(5).plus(apart), tolerance: dec(tolerance) };
  return { invariant: 'CASH', state, evidence: '', within: false, ...sides };
}
const BEFORE = { difference: dec(1000), tolerance: dec('0.01') };

describe('the difference in an alert', () => {
  it.each<[string, Finding, string | null]>([
    ['is kept when it is the same', found('1000', '0.01'), '1000'],
    ['is kept when fees and a cent moved it', found('1001.06', '1.06'), '1000'],
    ['is replaced when more moved it', found('1001.07', '1.06'), '1001.07'],
    ['is replaced when it moved without a fee', found('999.98', '0.01'), '999.98'],
    ['is kept while it is unknown', found('0', '0', 'UNKNOWN'), '1000'],
    ['gone', found('0', '0.01', 'HOLDS'), null],
  ])('%s', (_, finding, expected) => {
    expect(recordedDifference(finding, BEFORE)?.difference.toFixed() ?? null).toBe(expected);
  });

  it('is exact for a book that contradicts itself', () => {
    const finding = { ...found('1000.001', '0'), within: true };
    expect(recordedDifference(finding, BEFORE)?.difference).toEqual(dec('1000.001'));
  });

  it('stays the first one, so many small steps add up to a big one', () => {
    const first = recordedDifference(found('1000.01', '0.01'), BEFORE);
    expect(recordedDifference(found('1000.02', '0.01'), first)?.difference).toEqual(dec('1000.02'));
  });
});
