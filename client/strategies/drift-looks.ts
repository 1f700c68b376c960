import type { DriftCausePartsFragment } from '../gql/graphql.ts';
import { exact, type Exact } from '../lib/exact.ts';
import { money } from '../lib/format.ts';

const NAMES: Readonly<Record<string, string>> = {
  ENTRY_PRICE: 'Entry price',
  EXIT_PRICE: 'Exit price',
  TIMING: 'Timing',
  SIZE: 'Size',
  FEES: 'Fees',
  MISSED: 'Missed',
  REJECTED: 'Rejected',
  FEED_DELAY: 'Feed delay',
  UNEXPLAINED: 'Unexplained',
};

export function causeName(cause: string): string {
  return NAMES[cause] ?? cause;
}

/** A step from the reference's result to the strategy's; `from` and `to` are in percent of the width. */
export interface DriftBar {
  readonly name: string;
  readonly amount: string;
  readonly trades: number | null;
  readonly from: number;
  readonly to: number;
}

interface Drift {
  readonly expected: string;
  readonly actual: string;
  readonly causes: readonly DriftCausePartsFragment[];
}

/** Bars from the reference's result to the strategy's: one for each cause, each begins where the last ended. */
export function driftBars({ expected, actual, causes }: Drift, reference: string) {
  const zero = exact('0')!;
  const steps: { name: string; amount: string; trades: number | null; at: [Exact, Exact] }[] = [];
  let at = exact(expected) ?? zero;
  steps.push({ name: reference, amount: expected, trades: null, at: [zero, at] });
  for (const { cause, amount, trades } of causes) {
    const next = at.plus(exact(amount) ?? zero);
    steps.push({ name: causeName(cause), amount, trades, at: [at, next] });
    at = next;
  }
  steps.push({ name: 'Made', amount: actual, trades: null, at: [zero, exact(actual) ?? zero] });
  const ends = steps.flatMap((step) => step.at.map((end) => end.toNumber()));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const share = (end: Exact) => (high === low ? 0 : ((end.toNumber() - low) / (high - low)) * 100);
  return steps.map(({ at: [from, to], ...step }): DriftBar => {
    const [one, other] = [share(from), share(to)];
    return { ...step, from: Math.min(one, other), to: Math.max(one, other) };
  });
}

/** The causes of a row, the largest first. */
export function causesText(causes: readonly DriftCausePartsFragment[]): string {
  const some = causes.filter(({ trades }) => trades > 0);
  const size = ({ amount }: DriftCausePartsFragment) => Math.abs(Number(amount));
  return some
    .toSorted((a, b) => size(b) - size(a))
    .map(({ cause, amount }) => `${causeName(cause)} ${money(amount, { sign: true })}`)
    .join(', ');
}
