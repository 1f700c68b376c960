import { BETS, fortunesAbove, total } from './fortunes.ts';
import type { StakedDays } from './staked-days.ts';

const MOST_DAYS = 1e9;

/**
 * How many more days like those so far the lower bound needs to rise above 0, at least 1: each bettor's fortune
 * is assumed to grow as fast as the days' mean and spread imply. Null: the mean is not above 0.
 *
 * @param error share of the lower bound.
 */
export function daysNeeded(days: StakedDays, error: number): number | null {
  const results = resultsOf(days);
  const mean = results.reduce((sum, each) => sum + each, 0) / results.length;
  if (!(mean > 0)) return null;
  const square = results.reduce((sum, each) => sum + each * each, 0) / results.length;
  const growth = (bet: number) => bet * mean - (bet * bet * square) / 2;
  const fortunes = fortunesAbove(days, 0);
  const after = (more: number) =>
    total(fortunes.map((fortune, at) => fortune * Math.exp(more * growth(BETS[at]!))));
  // The mean is so small that each of the bets is too bold for it: the best bet decides.
  const best = growth(Math.min(BETS[0]!, mean / square));
  if (BETS.every((bet) => growth(bet) <= 0)) return Math.ceil(-Math.log(error) / best);
  return firstOf((more) => after(more) >= 1 / error);
}

/** The result of each day that has one, for a stake of 1 on a full day. */
function resultsOf({ count, first, closes, share, multiple }: StakedDays): readonly number[] {
  const results: number[] = [];
  for (let day = 0; day < count; day += 1) {
    let [sum, known] = [0, false];
    for (let at = first[day]!; at < first[day + 1]!; at += 1) {
      known ||= closes[at]! >= 0;
      sum += share[at]! * multiple[at]!;
    }
    if (known) results.push(sum);
  }
  return results;
}

/** The least whole number of at least 1 from which on a test holds. */
function firstOf(test: (count: number) => boolean): number {
  let enough = 1;
  while (!test(enough) && enough < MOST_DAYS) enough *= 2;
  let [low, high] = [Math.floor(enough / 2), enough];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (test(middle)) high = middle;
    else low = middle;
  }
  return high;
}
