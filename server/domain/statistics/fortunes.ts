import type { StakedDays } from './staked-days.ts';

/** The bets: the shares of their free money that the bettors stake on a full day. It is spread evenly. */
export const BETS: readonly number[] = [0.95, 0.5, 0.25, 0.12, 0.06, 0.03, 0.015];

/** A fortune that proves anything; any more is cut off, so that it stays a number. */
const FORTUNE = 1e100;

/** What each bettor on gains has made of 1, if every trade had cost `m` of its risk more. */
export function fortunesAbove(days: StakedDays, m: number): readonly number[] {
  return fortunes(days, 'gains', m);
}

/** What each bettor on losses has made of 1, if every trade had earned `m` of its risk less. */
export function fortunesBelow(days: StakedDays, m: number): readonly number[] {
  return fortunes(days, 'losses', m);
}

/** The mean of the bettors' fortunes. */
export function total(each: readonly number[]): number {
  return each.reduce((sum, fortune) => sum + fortune, 0) / each.length;
}

/** The mean of the bettors' fortunes at the end of each day, as a look on that day would have seen it. */
export function fortuneByDay(days: StakedDays, betsOn: 'gains' | 'losses' = 'gains'): Float64Array {
  const backs = paybacks(days, betsOn, 0);
  const [sum, path] = [new Float64Array(days.count), new Float64Array(days.count)];
  for (const bet of BETS) {
    follow(days, bet, backs, path);
    for (let day = 0; day < sum.length; day += 1) sum[day]! += path[day]! / BETS.length;
  }
  return sum;
}

function fortunes(days: StakedDays, betsOn: 'gains' | 'losses', m: number): readonly number[] {
  const backs = paybacks(days, betsOn, m);
  const path = new Float64Array(days.count);
  return BETS.map((bet) => {
    follow(days, bet, backs, path);
    return path.at(-1) ?? 1;
  });
}

/** What each stake of 1 pays back: at least 0, unless a trade lost more than was at risk. */
function paybacks(
  { multiple, gainCap }: StakedDays,
  betsOn: 'gains' | 'losses',
  m: number,
): Float64Array {
  if (betsOn === 'gains') return multiple.map((result) => (1 + result) / (1 + m));
  return multiple.map((result, at) => {
    const cap = gainCap[at]!;
    return (cap - Math.min(result, cap)) / (cap - m);
  });
}

/** Writes each bettor's free money at the end of each day: stakes on open trades count as lost. */
function follow(
  { count, first, closes, share }: StakedDays,
  bet: number,
  backs: Float64Array,
  path: Float64Array,
): void {
  path.fill(0);
  let free = 1;
  for (let today = 0; today < count; today += 1) {
    const unit = bet * free;
    for (let at = first[today]!; at < first[today + 1]!; at += 1) {
      const staked = unit * share[at]!;
      free -= staked;
      // Until that day is reached, its place holds the money due then.
      if (closes[at]! >= 0) path[closes[at]!]! += staked * backs[at]!;
    }
    free = Math.min(FORTUNE, free + path[today]!);
    // A bettor who lost more than was at risk is ruined for good, though the trade's bound itself was wrong.
    if (free < 0) return void path.fill(0, today);
    path[today] = free;
  }
}
