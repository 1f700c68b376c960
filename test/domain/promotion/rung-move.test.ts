import { describe, expect, it } from 'vitest';
import type { PromotionGate } from '../../../server/domain/promotion/promotion.ts';
import {
  endsReal,
  typeOfMove,
  wordsOfMove,
  type RungMove,
} from '../../../server/domain/promotion/rung-move.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const GATES: readonly PromotionGate[] = [
  { rule: 'TRADES', verdict: 'PASS', limit: '30', actual: '30', message: 'Thirty: enough.' },
  { rule: 'DRAWDOWN', verdict: 'FAIL', limit: '20 %', actual: '21 %', message: 'It fell.' },
  { rule: 'DRIFT', verdict: 'FAIL', limit: '20 %', actual: '30 %', message: 'It drifts.' },
];

function move(parts: Partial<RungMove>): RungMove {
  return {
    ...{ id: 'm1', name: 'cross', version: 3, from: 'SMALL_REAL', to: 'PAPER', at: NOON },
    ...{ by: 'USER', actor: 'user:ada', gates: null, ...parts },
  };
}

describe('a move to another rung', () => {
  it.each([
    ['BACKTEST', 'PAPER', false],
    ['PAPER', 'BACKTEST', true],
    ['PAPER', 'SMALL_REAL', false],
    ['SMALL_REAL', 'PAPER', true],
    ['FULL_REAL', 'SMALL_REAL', false],
    ['SMALL_REAL', 'FULL_REAL', false],
  ] as const)('from %s to %s ends its run with real money: %s', (from, to, ends) => {
    expect(endsReal({ from, to })).toBe(ends);
  });

  it('is told with the gates that failed, where its evidence moved it', () => {
    const down = move({ by: 'EVIDENCE', gates: GATES });
    expect(typeOfMove(down)).toBe('STRATEGY_DEMOTED');
    expect(wordsOfMove(down)).toBe(
      'cross was demoted from SMALL_REAL to PAPER: It fell. It drifts.',
    );
  });

  it('is told with its version, where its user moved it', () => {
    const up = move({ to: 'FULL_REAL' });
    expect(typeOfMove(up)).toBe('STRATEGY_PROMOTED');
    expect(wordsOfMove(up)).toBe(
      'The strategy cross, version 3, was promoted from SMALL_REAL to FULL_REAL.',
    );
    expect(wordsOfMove(move({}))).toContain('was demoted from SMALL_REAL to PAPER.');
  });
});
