import { walkForwardSteps, type WalkForwardStep } from '../../domain/backtest/walk-forward.ts';
import { badInput } from '../../domain/refusal.ts';
import type { StoredInput, WalkForward } from './stored-input.ts';

/** @throws {Refusal} BAD_USER_INPUT for `walkForward`: too short or too long spans. */
export function spansOf(
  { from, to }: Pick<StoredInput, 'from' | 'to'>,
  { trainDays, testDays }: WalkForward,
): readonly WalkForwardStep[] {
  if (trainDays < 1 || testDays < 1)
    throw badInput('walkForward', 'Both spans have at least one day.');
  const range = { from: Date.parse(from), to: Date.parse(to) };
  const steps = walkForwardSteps(range, trainDays, testDays);
  if (steps.length === 0)
    throw badInput('walkForward', 'The range is too short for a span to train and one to test.');
  return steps;
}
