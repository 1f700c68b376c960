import { describe, expect, it } from 'vitest';
import { budgetsOf } from '../../../client/prices/price-budgets.ts';

type Usage = Parameters<typeof budgetsOf>[0][number];
const usage = (some: Partial<Usage>): Usage => ({
  ...{ provider: 'JUPITER', counted: 'READS', serverWide: true, used: 22, allowance: 60 },
  ...{ putOff: 0, resetsAt: null, ...some },
});

describe('budgets of the sources', () => {
  it('say what is left of the minute or the month', () => {
    const monthly = usage({ provider: 'ORATS', counted: 'requests', used: 812, allowance: 20_000 });
    expect(budgetsOf([usage({}), monthly]).map(({ name, left }) => [name, left])).toEqual([
      ['Jupiter', '38 of 60 left this minute'],
      ['ORATS', '19,188 of 20,000 left this month'],
    ]);
  });

  it('are never below nothing, and say when they are nearly or wholly spent', () => {
    const states = [53, 54, 60, 75].map((used) => budgetsOf([usage({ used })])[0]);
    expect(states.map((each) => each?.state)).toEqual(['ok', 'near', 'over', 'over']);
    expect(states.at(-1)?.left).toBe('0 of 60 left this minute');
  });

  it('say what was asked where the allowance is not known', () => {
    expect(budgetsOf([usage({ allowance: null })])).toMatchObject([
      { left: '22 asked this minute', share: null, state: 'ok' },
    ]);
  });

  it('tell a reader’s own key from the server’s', () => {
    const both = budgetsOf([usage({ serverWide: false }), usage({})]);
    expect(both.map(({ name }) => name)).toEqual(['Jupiter, your key', 'Jupiter, the server’s']);
  });

  it('leave out what is for orders and accounts', () => {
    const tradier = ['STANDARD', 'MARKET', 'TRADING'].map((counted) =>
      usage({ provider: 'TRADIER_SANDBOX', counted, used: 1 }),
    );
    expect(budgetsOf(tradier)).toHaveLength(1);
  });
});
