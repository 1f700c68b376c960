import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { PromotionPartsFragment, Verdict } from '../../../client/gql/graphql.ts';
import { passedText, rungBelow, verdictText } from '../../../client/strategies/gate-looks.ts';
import Ladder from '../../../client/strategies/Ladder.svelte';

function report(
  verdicts: Readonly<Record<string, Verdict>>,
  parts: Partial<PromotionPartsFragment> = {},
): PromotionPartsFragment {
  const all = Object.entries(verdicts);
  const has = (verdict: Verdict) => all.some(([, each]) => each === verdict);
  return {
    ...{ strategyId: 's1', from: 'PAPER', to: 'SMALL_REAL', tradesNeeded: null },
    ...{ falsePromotionPct: 2.5, trades: 3, since: null },
    verdict: has('FAIL') ? 'FAIL' : has('NOT_ENOUGH_DATA') ? 'NOT_ENOUGH_DATA' : 'PASS',
    gates: all.map(([rule, verdict]) => ({
      rule,
      verdict,
      limit: '1',
      actual: null,
      message: 'm',
    })),
    ...parts,
  };
}

describe('what gates say together', () => {
  it('names each that fails, whatever else is unknown', () => {
    const one = report({ DRIFT: 'FAIL', DAYS: 'NOT_ENOUGH_DATA' }, { tradesNeeded: 9 });
    expect(verdictText(one)).toBe('Drift fails.');
    expect(verdictText(report({ DRIFT: 'FAIL', DRAWDOWN: 'FAIL' }))).toBe(
      'Drift and Deepest drawdown fail.',
    );
  });

  it('says how many trades are needed, where any number would do', () => {
    const few = { TRADES: 'PASS', EXPECTANCY: 'NOT_ENOUGH_DATA' } as const;
    expect(verdictText(report(few, { tradesNeeded: 208 }))).toBe(
      'Not enough data: about 208 more trades.',
    );
    expect(verdictText(report(few, { tradesNeeded: 1 }))).toBe(
      'Not enough data: about 1 more trade.',
    );
    expect(verdictText(report(few))).toBe('Not enough data.');
    expect(passedText(report(few))).toBe('1 of 2 pass');
  });

  it('says where to it passes', () => {
    expect(verdictText(report({ DAYS: 'PASS' }))).toBe('Every gate to SMALL REAL passes.');
    expect(verdictText(report({ DAYS: 'PASS' }, { to: null }))).toBe(
      'Every gate passes; no rung is higher.',
    );
  });

  it('knows the rung below, and that there is none below the lowest', () => {
    expect(rungBelow('FULL_REAL')).toBe('SMALL_REAL');
    expect(rungBelow('BACKTEST')).toBeNull();
  });
});

describe('the ladder', () => {
  it('says the rung, and what the next gate says where that is known', () => {
    const { rerender } = render(Ladder, { stage: 'PAPER' });
    expect(screen.getByRole('img', { name: 'On rung PAPER' })).toBeTruthy();
    void rerender({ stage: 'PAPER', verdict: 'NOT_ENOUGH_DATA' });
    return screen.findByRole('img', { name: 'On rung PAPER, next gate NOT ENOUGH DATA' });
  });
});
