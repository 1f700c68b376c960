import { badInput } from '../../domain/refusal.ts';
import type { WalkForward } from './stored-input.ts';

const DAY_MS = 86_400_000;

/** Parameters are chosen on the first part and tried on the second, which lies after it. */
export interface WalkSpan {
  readonly train: { readonly from: Date; readonly to: Date };
  readonly test: { readonly from: Date; readonly to: Date };
}

/**
 * Spans whose test parts follow one another without a gap; the last one ends with the run.
 * @throws {Refusal} BAD_USER_INPUT for `walkForward`.
 */
export function spansOf(from: Date, to: Date, { trainDays, testDays }: WalkForward): WalkSpan[] {
  if (trainDays < 1 || testDays < 1)
    throw badInput('walkForward', 'Both spans have at least one day.');
  const spans: WalkSpan[] = [];
  const at = (days: number) => new Date(from.getTime() + days * DAY_MS);
  for (let begin = 0; at(begin + trainDays) < to; begin += testDays) {
    const [middle, end] = [at(begin + trainDays), at(begin + trainDays + testDays)];
    const last = end < to ? end : to;
    spans.push({ train: { from: at(begin), to: middle }, test: { from: middle, to: last } });
  }
  if (spans.length === 0)
    throw badInput('walkForward', 'The range is too short for a span to train and one to test.');
  return spans;
}
