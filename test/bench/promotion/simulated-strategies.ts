import type { Outcome } from '../../../server/domain/statistics/staked-days.ts';

type Random = () => number;

/** A kind of strategy, as a source of random results. */
export interface Source {
  readonly name: string;
  /** The same number of trades for each call, in order of opening. */
  readonly trades: (random: Random, count: number) => readonly Outcome[];
}

const dayName = (n: number) => String(n).padStart(6, '0');

function trade(day: number, net: number, held = 0, gainCap = 1): Outcome {
  const closedOn = dayName(day + held);
  return { openedOn: dayName(day), closedOn, risk: 1, net, gainCap };
}

/** One trade a day, each independent of the others. */
function daily(name: string, draw: (random: Random) => number, gainCap = 1): Source {
  const trades = (random: Random, count: number) =>
    Array.from({ length: count }, (_, n) => trade(n, draw(random), 0, gainCap));
  return { name, trades };
}

/** Wins or loses what was at risk; the mean is the edge. */
export function coins(edge: number): Source {
  return daily(`coins, edge ${edge}`, (random) => (random() < (1 + edge) / 2 ? 1 : -1));
}

/** Loses at most what was at risk, wins by a tail without a variance (Lomax, exponent 1.5). */
export function heavyTails(edge: number): Source {
  const draw = (random: Random) => ((1 - random()) ** (-1 / 1.5) - 1) * ((1 + edge) / 2) - 1;
  return daily(`heavy tails, edge ${edge}`, draw, 20);
}

/** Sells premium: most trades win a little, a share of them loses all that was at risk. */
export function premium(rarity: number, edge: number): Source {
  const win = (rarity + edge) / (1 - rarity);
  const draw = (random: Random) => (random() < rarity ? -1 : win);
  return daily(`one loss of all in ${Math.round(1 / rarity)}, edge ${edge}`, draw);
}

/** Shares whose whole cost is at risk: results are small compared with the cost. */
export function shares(edge: number, spread: number): Source {
  const draw = (random: Random) => Math.max(-1, edge + spread * bell(random));
  return daily(`shares, edge ${edge}, spread ${spread}`, draw);
}

/** Five trades a day; four of five have the day's common result. */
export function sameDay(edge: number): Source {
  const trades = (random: Random, count: number) => {
    const coin = () => (random() < (1 + edge) / 2 ? 1 : -1);
    let ofDay = 1;
    return Array.from({ length: count }, (_, n) => {
      if (n % 5 === 0) ofDay = coin();
      return trade(Math.floor(n / 5), random() < 0.8 ? ofDay : coin());
    });
  };
  return { name: `five a day that move together, edge ${edge}`, trades };
}

/** A trade a day, held for five days: five trades at once share each day's market. */
export function overlapping(): Source {
  const trades = (random: Random, count: number) => {
    const moves = Array.from({ length: count + 5 }, () => (random() < 0.5 ? 0.2 : -0.2));
    const over = (n: number) => moves.slice(n, n + 5).reduce((sum, move) => sum + move, 0);
    return Array.from({ length: count }, (_, n) => trade(n, over(n), 4));
  };
  return { name: 'trades that overlap in one market, edge 0', trades };
}

/** Takes each gain at once and keeps each loser open until it comes back or has lost all. */
export function keptLosers(): Source {
  const trades = (random: Random, count: number) =>
    Array.from({ length: count }, (_, n) => {
      let [net, held] = [0, 0];
      while (net < 0.1 && net > -0.95 && held < 2 * count) {
        net += random() < 0.5 ? 0.1 : -0.1;
        held += 1;
      }
      return trade(n, net, held);
    });
  return { name: 'losers kept open, edge 0', trades };
}

/** Stops for the day with its first win, after four trades at most. */
export function untilWin(): Source {
  const trades = (random: Random, count: number) => {
    const made: Outcome[] = [];
    for (let day = 0; made.length < count; day += 1)
      for (let n = 0; n < 4 && made.length < count; n += 1) {
        made.push(trade(day, random() < 0.5 ? 1 : -1));
        if (made.at(-1)!.net === 1) break;
      }
    return made;
  };
  return { name: 'done for the day with the first win, edge 0', trades };
}

function bell(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Sources without an edge, each of another kind. */
export const WITHOUT_EDGE: readonly Source[] = [
  ...[coins(0), heavyTails(0), premium(0.05, 0), premium(0.01, 0), shares(0, 0.05)],
  ...[sameDay(0), overlapping(), keptLosers(), untilWin()],
];

export const WITH_EDGE: readonly Source[] = [
  ...[coins(0.05), coins(0.1), coins(0.2), coins(0.4)],
  ...[heavyTails(0.2), heavyTails(0.5), premium(0.05, 0.05), premium(0.01, 0.02)],
  ...[shares(0.01, 0.05), shares(0.02, 0.05), sameDay(0.2)],
];
