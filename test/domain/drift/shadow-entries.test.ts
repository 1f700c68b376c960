import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Compared, Unfilled } from '../../../server/domain/drift/derive-rows.ts';
import { shadowEntries } from '../../../server/domain/drift/shadow-entries.ts';
import { aDriftTrade, AT, STEP } from '../../support/values/drift.ts';

const { symbol, side } = aDriftTrade({});
const refused = (key: string, decidedAt: number, unfilled: Unfilled = 'REFUSED') => ({
  ...{ id: key, symbol, side, decidedAt, ordinal: 0, unfilled },
});
const expected = aDriftTrade({ id: 'e1' });
const shadows = (parts: Partial<Compared>) =>
  shadowEntries({
    ...{ expected: [], actual: [], unfilled: [], nearMs: STEP - 1, problem: null },
    ...parts,
  }).map(({ key, pnl, note }) => [key, pnl?.toFixed() ?? null, note]);

describe('what an entry that became no trade would have made', () => {
  const net = expected.result!.proceeds.minus(expected.cost).minus(expected.result!.fees);

  it('is what the reference made of the same decision, fees inside', () => {
    const told = shadows({ expected: [expected], unfilled: [refused('k1', expected.decidedAt)] });
    expect(told).toEqual([['k1', net.toFixed(), null]]);
    expect(net.equals(dec(0))).toBe(false);
  });

  it('is not known yet while the reference’s trade is open, or the entry may still fill', () => {
    const open = aDriftTrade({ id: 'e1', result: null });
    expect(shadows({ expected: [open], unfilled: [refused('k1', AT)] })).toEqual([]);
    const waits = refused('k1', expected.decidedAt, 'WAITING');
    expect(shadows({ expected: [expected], unfilled: [waits] })).toEqual([]);
  });

  it('is unknown with its reason where the reference made no such trade, or there is none', () => {
    const far = refused('k1', expected.decidedAt + 10 * STEP);
    expect(shadows({ expected: [expected], unfilled: [far] })).toEqual([
      ['k1', null, 'The reference did not make this trade either.'],
    ]);
    expect(shadows({ problem: 'It read quotes.', unfilled: [far] })).toEqual([
      ['k1', null, 'It read quotes.'],
    ]);
  });

  it('is nothing for a trade that was made', () => {
    const actual = aDriftTrade({ id: 'a1' });
    expect(shadows({ expected: [expected], actual: [actual] })).toEqual([]);
  });
});
