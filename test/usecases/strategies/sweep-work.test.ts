import { expect, it } from 'vitest';
import type { BacktestResult, RunFailure } from '../../../server/ports/backtests.ts';
import type { StoredSweepInput } from '../../../server/usecases/strategies/stored-input.ts';
import { SweepWork, type SweepUnit } from '../../../server/usecases/strategies/sweep-work.ts';
import { aResult } from '../../support/values/strategies.ts';

const N = { type: 'integer', default: 1, description: 'N.' };
const MANY: RunFailure = { failed: 'It closed 250,001 trades.' };

/** Two sets, and three spans of a walk forward where one is asked for. */
function work(walks: boolean, places = new Map<number, string | null>()): SweepWork {
  const input = {
    ...{ from: '2026-03-02T00:00:00Z', to: '2026-03-07T00:00:00Z', parameters: {} },
    ...{ grid: { n: [1, 2] }, ...(walks && { walkForward: { trainDays: 2, testDays: 1 } }) },
  };
  const kind = { parameters: { n: N } };
  return new SweepWork(input as unknown as StoredSweepInput, kind as never, places);
}

/** Runs what there is; the names of those that were run. */
function runAll(sweep: SweepWork, outcome: (unit: SweepUnit) => BacktestResult | RunFailure) {
  const names: string[] = [];
  for (let unit = sweep.take(); unit; unit = sweep.take()) {
    names.push(`${unit.part} ${unit.span} ${unit.place}`);
    sweep.took(unit, outcome(unit));
  }
  return names;
}

it('a sweep goes on after a run that fails, and fails where every one does', () => {
  const one = work(false);
  expect(runAll(one, ({ place }) => (place === 0 ? MANY : aResult(1)))).toHaveLength(2);
  expect([one.isOver, one.failure]).toEqual([true, null]);
  const all = work(false);
  runAll(all, () => MANY);
  expect([all.isOver, all.failure]).toEqual([true, 'Every run failed. It closed 250,001 trades.']);
});

it('a sweep that goes on after a restart knows what failed before', () => {
  const failed = work(false, new Map([[0, 'no idea']]));
  expect(runAll(failed, () => MANY)).toEqual(['grid 0 1']);
  expect(failed.failure).toBe('Every run failed. no idea');
  const fine = work(false, new Map([[0, null]]));
  runAll(fine, () => MANY);
  expect([fine.isOver, fine.failure]).toEqual([true, null]);
});

it('a walk forward chooses among the sets that did not fail', () => {
  const sweep = work(true);
  const names = runAll(sweep, ({ part, place }) =>
    part === 'train' && place === 0 ? MANY : aResult(part === 'test' ? 3 : 1),
  );
  expect(names.filter((name) => name.startsWith('test'))).toEqual(
    ['test 2 1', 'test 1 1', 'test 0 1'].sort(),
  );
  expect([sweep.isOver, sweep.walkFailure]).toEqual([true, null]);
  expect(sweep.testedTrades).toHaveLength(3);
});

it.each(['train', 'test'] as const)(
  'a walk forward has no figures, but a reason, where a %s of one of its spans failed',
  (failing) => {
    const sweep = work(true);
    runAll(sweep, ({ part, span }) => (part === failing && span === 1 ? MANY : aResult(1)));
    expect([sweep.isOver, sweep.failure, sweep.testedTrades]).toEqual([true, null, null]);
    expect(sweep.walkFailure).toBe(
      'The walk forward has no figures: its span that is tested from 2026-03-05 failed. It closed 250,001 trades.',
    );
  },
);
