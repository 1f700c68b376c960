const DAY_MS = 86_400_000;

/** `[from, to)`, in milliseconds since 1970 UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface WalkForwardStep {
  readonly train: Span;
  readonly test: Span;
}

/**
 * The steps of a walk through time: parameters are chosen on the training span alone and tried on the test span
 * right after it; the next step begins where the test span ends. Only whole test spans count.
 * @throws {RangeError} unless both spans are whole days of at least one.
 */
export function walkForwardSteps(
  { from, to }: Span,
  trainDays: number,
  testDays: number,
): readonly WalkForwardStep[] {
  for (const days of [trainDays, testDays]) {
    if (!Number.isInteger(days) || days < 1) throw new RangeError(`Not a number of days: ${days}`);
  }
  const [train, test] = [trainDays * DAY_MS, testDays * DAY_MS];
  const steps: WalkForwardStep[] = [];
  for (let start = from; start + train + test <= to; start += test) {
    const middle = start + train;
    steps.push({ train: { from: start, to: middle }, test: { from: middle, to: middle + test } });
  }
  return steps;
}
