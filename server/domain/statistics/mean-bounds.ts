import { fortunesAbove, fortunesBelow, total } from './fortunes.ts';
import { haveResults, type Outcome, type StakedDays } from './staked-days.ts';

/**
 * Bounds of the mean result, in multiples of what was at risk, that hold at every look at once: the chance that
 * one is ever wrong is its error share, however often one looks and whenever one stops.
 *
 * A bettor who stakes on the trades starts with 1 and owes nothing. If the mean is at most `m`, no bettor does
 * better than the stakes allow: the chance of ever having 1 / error is at most the error share (Ville 1939). So a
 * mean that a bettor grew that rich against is refused (Waudby-Smith & Ramdas 2023, "Estimating means of bounded
 * random variables by betting", JRSS B 86; Howard et al. 2021). It needs no bell curve and no spread: only that a
 * trade loses at most what it put at risk. So rare large losses that have not come yet are allowed for.
 *
 * A stake is out of the bettor's hands until its trade closes, and its day is over. So trades of one day, and
 * trades that overlap, may depend on each other in any way; an open loser counts as lost.
 */
export interface MeanBounds {
  /** Result over risk of all closed trades; null: none has closed. */
  readonly mean: number | null;
  /** At least −1; null: nothing counts yet. */
  readonly low: number | null;
  /**
   * The bound of the mean with each gain counted up to its cap or, once a larger gain came, up to twice the
   * largest so far: without a cap a rarer, larger gain might always come yet. Null: no bound is known.
   */
  readonly high: number | null;
}

/** Error shares, each more than 0 and less than 1. */
export interface ErrorShares {
  readonly low: number;
  readonly high: number;
}

/** The bounds of these outcomes' mean. @param days the days of these outcomes. */
export function meanBounds(
  outcomes: readonly Outcome[],
  days: StakedDays,
  error: ErrorShares,
): MeanBounds {
  const mean = meanOf(outcomes);
  if (!haveResults(days)) return { mean, low: null, high: null };
  const refusesLow = (m: number) => total(fortunesAbove(days, m)) >= 1 / error.low;
  const refusesHigh = (m: number) => total(fortunesBelow(days, m)) >= 1 / error.high;
  const best = days.multiple.reduce((most, each) => Math.max(most, each), 0);
  const cap = days.gainCap.reduce((least, each) => Math.min(least, each), Infinity);
  const high = border((m) => refusesHigh(-m), { holds: -cap, fails: 1 });
  return {
    mean,
    low: border(refusesLow, { holds: -1, fails: best }) ?? -1,
    high: high === null ? null : -high,
  };
}

function meanOf(outcomes: readonly Outcome[]): number | null {
  let [won, staked] = [0, 0];
  for (const { net, risk } of outcomes) {
    if (net === null) continue;
    won += net;
    staked += risk;
  }
  return staked > 0 ? won / staked : null;
}

const STEPS = 30;

/** The largest number up to which `test` holds; null where it holds nowhere. */
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
