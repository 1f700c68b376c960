/** What came of one trade. Days are exchange days, YYYY-MM-DD. */
export interface Outcome {
  readonly openedOn: string;
  /** Null: it is open. */
  readonly closedOn: string | null;
  /** The most that it could lose, above 0. */
  readonly risk: number;
  /** Its result, in the same unit; null: it is open. */
  readonly net: number | null;
  /** The most that it could gain, or is taken to gain, in multiples of its risk; above 0. */
  readonly gainCap: number;
}

/** Trades that were opened on one day and closed on one. */
export interface Stake {
  /** Place of the day of closing among the days; null: open. */
  readonly closes: number | null;
  /** Share of the day's scale, more than 0; those of one day come to 1 at most. */
  readonly share: number;
  /** Their result in multiples of what they put at risk; 0 while open. */
  readonly multiple: number;
  readonly gainCap: number;
}

/** One day: what is staked on the trades that it opens, before any of its results is known. */
export interface StakedDay {
  readonly stakes: readonly Stake[];
}

/**
 * Trades by day, so that a bettor can stake on them day by day. A day's trades count against the most that any
 * day before put at risk, which is known before the day begins; what a day risks beyond that does not count, in
 * order of opening. So the first day counts for nothing, and no strategy can choose its weights by its results.
 *
 * @param outcomes in order of opening.
 * @param today results of this day and later count as open: a day counts when it is over.
 */
export function stakedDays(outcomes: readonly Outcome[], today: string): readonly StakedDay[] {
  const past = outcomes.filter(({ openedOn }) => openedOn < today);
  const closings = past.flatMap(({ closedOn }) => (closedOn && closedOn < today ? closedOn : []));
  const dates = [...new Set([...past.map(({ openedOn }) => openedOn), ...closings])].sort();
  const places = new Map(dates.map((date, place) => [date, place]));
  const opened = dates.map((): Outcome[] => []);
  for (const outcome of past) opened[places.get(outcome.openedOn)!]!.push(outcome);
  let scale = 0;
  return opened.map((trades) => {
    const stakes = stakesOf(trades, scale, (date) => places.get(date) ?? null);
    scale = Math.max(
      scale,
      trades.reduce((total, { risk }) => total + risk, 0),
    );
    return { stakes };
  });
}

function stakesOf(
  trades: readonly Outcome[],
  scale: number,
  placeOf: (date: string) => number | null,
): readonly Stake[] {
  const groups = new Map<number | null, { risk: number; net: number; gainCap: number }>();
  let left = scale;
  for (const { closedOn, risk, net, gainCap } of trades) {
    const counted = Math.min(risk, left);
    if (counted <= 0) break;
    left -= counted;
    const closes = closedOn === null || net === null ? null : placeOf(closedOn);
    const group = groups.get(closes) ?? { risk: 0, net: 0, gainCap };
    group.risk += counted;
    group.gainCap = Math.max(group.gainCap, gainCap);
    if (closes !== null) group.net += (net! * counted) / risk;
    groups.set(closes, group);
  }
  return [...groups].map(([closes, { risk, net, gainCap }]) => ({
    ...{ closes, share: risk / scale, multiple: net / risk, gainCap },
  }));
}

/** Whether any result counts yet. */
export function haveResults(days: readonly StakedDay[]): boolean {
  return days.some(hasResult);
}

export function hasResult({ stakes }: StakedDay): boolean {
  return stakes.some(({ closes }) => closes !== null);
}
