import {
  haveResults,
  stakedDays,
  type Outcome,
  type Stake,
  type StakedDay,
} from './staked-days.ts';

/**
 * Bounds of the mean result, in multiples of what was at risk, that hold at every look at once: the chance that
 * one is ever wrong is its error share, however often one looks and whenever one stops.
 *
 * A bettor who stakes on the trades starts with 1 and owes nothing. If the mean is at most `m`, no bettor does
 * better than the stakes allow: the chance of ever having 1 / error is at most the error share (Ville 1939). So a mean
 * that a bettor grew that rich against is refused (Waudby-Smith & Ramdas 2023, "Estimating means of bounded random
 * variables by betting", JRSS B 86; Howard et al. 2021). It takes no bell curve and no spread: only that a trade
 * loses at most what it put at risk. So rare large losses that have not come yet are reckoned with.
 *
 * A stake is out of the bettor's hands until its trade closes, and its day is over. So trades of one day, and
 * trades that overlap, may depend on each other in any way; an open loser counts as lost.
 */
export interface MeanBounds {
  /** Result over risk of all that has closed; null: nothing has. */
  readonly mean: number | null;
  /** At least −1; null: nothing counts yet. */
  readonly low: number | null;
  /**
   * Of the mean with each gain counted up to its cap, or, once a larger one came, up to twice the largest so far:
   * without a bound a rarer, larger gain might always come yet. Null: none is known.
   */
  readonly high: number | null;
}

/** Shares of what is left that the bettors stake on a full day. The money is spread over them evenly. */
export const BETS: readonly number[] = [0.95, 0.5, 0.25, 0.12, 0.06, 0.03, 0.015];

/** Enough to be sure of anything; a fortune beyond it is put aside, so that it stays a number. */
const FORTUNE = 1e100;
const STEPS = 40;

type Payback = (stake: Stake, cap: number) => number;

export interface ErrorShares {
  /** Of the lower bound: more than 0, less than 1. */
  readonly low: number;
  readonly high: number;
}

export function meanBounds(
  outcomes: readonly Outcome[],
  today: string,
  error: ErrorShares,
): MeanBounds {
  const days = stakedDays(outcomes, today);
  const closed = outcomes.filter(({ net }) => net !== null);
  const risk = closed.reduce((total, each) => total + each.risk, 0);
  const net = closed.reduce((total, each) => total + each.net!, 0);
  const mean = risk > 0 ? net / risk : null;
  if (!haveResults(days)) return { mean, low: null, high: null };
  const refusesLow = (m: number) => total(fortunesAbove(days, m)) >= 1 / error.low;
  const refusesHigh = (m: number) => total(fortunesBelow(days, m)) >= 1 / error.high;
  const stakes = days.flatMap((day) => day.stakes);
  const best = stakes.reduce((most, { multiple }) => Math.max(most, multiple), 0);
  const cap = stakes.reduce((least, { gainCap }) => Math.min(least, gainCap), Infinity);
  const high = border((m) => refusesHigh(-m), { holds: -cap, fails: 1 });
  return {
    mean,
    low: border(refusesLow, { holds: -1, fails: best }) ?? -1,
    high: high === null ? null : -high,
  };
}

/** The largest number up to which `test` holds; null where it does so nowhere. */
function border(
  test: (m: number) => boolean,
  { holds, fails }: { readonly holds: number; readonly fails: number },
): number | null {
  let [inside, outside] = [holds, fails];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (inside + outside) / 2;
    if (test(middle)) inside = middle;
    else outside = middle;
  }
  return inside === holds ? null : inside;
}

/** What each bettor on gains has made of 1 if every trade had cost `m` of its risk more. */
export function fortunesAbove(days: readonly StakedDay[], m: number): readonly number[] {
  return fortunes(days, paybackAbove(m));
}

/** What each bettor on losses has made of 1 if every trade had cost `m` of its risk more. */
export function fortunesBelow(days: readonly StakedDay[], m: number): readonly number[] {
  return fortunes(days, ({ multiple }, cap) => (cap - Math.min(multiple, cap)) / (cap - m));
}

function paybackAbove(m: number): Payback {
  return ({ multiple }) => (1 + multiple) / (1 + m);
}

/** The mean of the bettors' fortunes. */
export function total(each: readonly number[]): number {
  return each.reduce((sum, fortune) => sum + fortune, 0) / each.length;
}

/** The mean of the bettors' fortunes on gains at the end of each day, as one who looked then would have seen it. */
export function fortuneByDay(days: readonly StakedDay[]): Float64Array {
  const sum = new Float64Array(days.length);
  for (const bet of BETS) {
    const path = pathOf(days, bet, paybackAbove(0));
    for (let day = 0; day < sum.length; day += 1) sum[day]! += path[day]! / BETS.length;
  }
  return sum;
}

function fortunes(days: readonly StakedDay[], payback: Payback): readonly number[] {
  return BETS.map((bet) => pathOf(days, bet, payback).at(-1) ?? 1);
}

/** What is free at the end of each day: stakes on open trades count as lost. */
function pathOf(days: readonly StakedDay[], bet: number, payback: Payback): Float64Array {
  const [due, best] = [new Float64Array(days.length), new Float64Array(days.length)];
  const path = new Float64Array(days.length);
  let [free, largest] = [1, 0];
  for (const [today, { stakes }] of days.entries()) {
    const unit = bet * free;
    for (const stake of stakes) {
      const staked = unit * stake.share;
      free -= staked;
      if (stake.closes === null) continue;
      const cap = largest > stake.gainCap ? 2 * largest : stake.gainCap;
      due[stake.closes]! += staked * payback(stake, cap);
      best[stake.closes] = Math.max(best[stake.closes]!, stake.multiple);
    }
    free = Math.min(FORTUNE, free + due[today]!);
    // One who lost more than was at risk is ruined for good, though the bound itself was wrong.
    if (free < 0) return path;
    path[today] = free;
    largest = Math.max(largest, best[today]!);
  }
  return path;
}
