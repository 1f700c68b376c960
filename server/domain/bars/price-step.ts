import type { CalendarDate } from '../ids.ts';
import { numberOf, type BarColumns } from './bar-columns.ts';
import { dateOfBar } from './bar-times.ts';

/** The smallest common split is 3 for 2; an unsplit share hardly ever opens so far from its last close. */
const STEP = 1.4;

export interface PriceStep {
  readonly date: CalendarDate;
  /** Dollars: the close before the step, and the open after it. */
  readonly from: number;
  readonly to: number;
}

/** The first bar of `[first, end)` that opens as far from the close before it as a split would; null: none does. */
export function priceStep(
  { interval, at, open, close, digits }: BarColumns,
  first: number,
  end: number,
): PriceStep | null {
  for (let i = first + 1; i < end; i += 1) {
    const [before, now] = [close[i - 1]!, open[i]!];
    if (now < before * STEP && before < now * STEP) continue;
    const date = dateOfBar(interval, at[i]!);
    return { date, from: numberOf(before, digits), to: numberOf(now, digits) };
  }
  return null;
}
