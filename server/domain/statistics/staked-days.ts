/** The outcome of one trade. Days are exchange days, YYYY-MM-DD. */
export interface Outcome {
  readonly openedOn: string;
  /** Null: the trade is open. */
  readonly closedOn: string | null;
  /** The most that the trade could lose, above 0. */
  readonly risk: number;
  /** The trade's result, in the same unit; null: the trade is open. */
  readonly net: number | null;
  /** The most that it could gain, or is assumed to gain, in multiples of its risk; above 0. */
  readonly gainCap: number;
}

/** Stakes of trades by the days on which they opened and closed: a day's are placed before its results are known. */
export interface StakedDays {
  /** The number of days; the stakes of the n-th lie from `first[n]` to before `first[n + 1]`. */
  readonly count: number;
  readonly first: Int32Array;
  /** The day on which a stake closes, by its place; −1: open. */
  readonly closes: Int32Array;
  /** A stake's share of the day's scale, more than 0; the shares of one day come to 1 at most. */
  readonly share: Float64Array;
  /** The result in multiples of what was at risk; 0 while open. */
  readonly multiple: Float64Array;
  /** The trade's own cap or, if a larger gain came on an earlier day, twice the largest so far. */
  readonly gainCap: Float64Array;
}

interface Stake {
  readonly closes: number;
  risk: number;
  net: number;
  gainCap: number;
}

/**
 * Trades by day, so that a bettor can stake on them day by day. A day's trades count against the most that any
 * day before put at risk, which is known before the day begins; what a day risks beyond that does not count, in
 * order of opening. So the first day counts for nothing, and no strategy can choose its weights by its results.
 *
 * @param outcomes in order of opening.
 * @param today results of this day and later count as open: a day counts when it is over.
 */
export function stakedDays(outcomes: readonly Outcome[], today: string): StakedDays {
  const past = outcomes.filter(({ openedOn }) => openedOn < today);
  const named = new Set(past.map(({ openedOn }) => openedOn));
  for (const { closedOn } of past) if (closedOn !== null && closedOn < today) named.add(closedOn);
  const dates = [...named].sort();
  const places = new Map(dates.map((date, place) => [date, place]));
  const opened = dates.map((): Outcome[] => []);
  for (const outcome of past) opened[places.get(outcome.openedOn)!]!.push(outcome);
  let scale = 0;
  const days = opened.map((trades) => {
    const stakes = stakesOf(trades, scale, places);
    for (const stake of stakes) stake.risk /= scale;
    for (const stake of stakes) stake.net /= scale;
    scale = Math.max(
      scale,
      trades.reduce((sum, { risk }) => sum + risk, 0),
    );
    return stakes;
  });
  return inColumns(days);
}

function stakesOf(
  trades: readonly Outcome[],
  scale: number,
  places: ReadonlyMap<string, number>,
): readonly Stake[] {
  const stakes = new Map<number, Stake>();
  let left = scale;
  for (const { closedOn, risk, net, gainCap } of trades) {
    const counted = Math.min(risk, left);
    if (counted <= 0) break;
    left -= counted;
    const closes = closedOn === null || net === null ? -1 : (places.get(closedOn) ?? -1);
    const stake = stakes.get(closes) ?? { closes, risk: 0, net: 0, gainCap };
    stakes.set(closes, stake);
    stake.risk += counted;
    stake.gainCap = Math.max(stake.gainCap, gainCap);
    if (closes >= 0) stake.net += (net! * counted) / risk;
  }
  return [...stakes.values()];
}

function inColumns(days: readonly (readonly Stake[])[]): StakedDays {
  const first = new Int32Array(days.length + 1);
  for (const [day, { length }] of days.entries()) first[day + 1] = first[day]! + length;
  const stakes = days.flat();
  const columns = {
    ...{ count: days.length, first },
    closes: Int32Array.from(stakes, ({ closes }) => closes),
    share: Float64Array.from(stakes, ({ risk }) => risk),
    multiple: Float64Array.from(stakes, ({ risk, net }) => net / risk),
    gainCap: Float64Array.from(stakes, ({ gainCap }) => gainCap),
  };
  raiseCaps(columns);
  return columns;
}

function raiseCaps({ count, first, closes, multiple, gainCap }: StakedDays): void {
  const best = new Float64Array(count);
  let largest = 0;
  for (let day = 0; day < count; day += 1) {
    for (let at = first[day]!; at < first[day + 1]!; at += 1) {
      if (largest > gainCap[at]!) gainCap[at] = 2 * largest;
      const end = closes[at]!;
      if (end >= 0) best[end] = Math.max(best[end]!, multiple[at]!);
    }
    largest = Math.max(largest, best[day]!);
  }
}

/** Whether any result counts yet. */
export function haveResults({ closes }: StakedDays): boolean {
  return closes.some((day) => day >= 0);
}
