import { randomOf } from '../../../server/domain/backtest/random.ts';
import { ERROR_SHARE } from '../../../server/domain/promotion/limits.ts';
import { fortuneByDay } from '../../../server/domain/statistics/fortunes.ts';
import {
  stakedDays,
  type Outcome,
  type StakedDays,
} from '../../../server/domain/statistics/staked-days.ts';
import type { Source } from './simulated-strategies.ts';

export interface PassedShare {
  readonly name: string;
  readonly strategies: number;
  /** Trades of each strategy; there is a look after each trade. */
  readonly trades: number;
  /** The number of strategies that ever pass EXPECTANCY. */
  readonly gate: number;
  /** The number that ever pass the 95 % interval of a single look, with looks from the 50th trade on. */
  readonly oneLook: number;
  /** The number that ever fail EXPECTANCY. */
  readonly fail: number;
  /** Trades until half of the strategies have passed the gate; null when fewer ever did. */
  readonly median: number | null;
}

const FAR_AHEAD = '999999';
const FIRST_LOOK = 50;

/** Follows many strategies of one kind, each looked at after each of its trades. */
export function passedShare(source: Source, strategies: number, trades: number): PassedShare {
  const passes: number[] = [];
  let [oneLook, fails] = [0, 0];
  for (let seed = 1; seed <= strategies; seed += 1) {
    const outcomes = source.trades(randomOf(seed * 7_919), trades);
    const days = stakedDays(outcomes, FAR_AHEAD);
    const after = firstPass(outcomes, days);
    if (after !== null) passes.push(after);
    if (passesOneLook(outcomes)) oneLook += 1;
    if (fortuneByDay(days, 'losses').some(isProof)) fails += 1;
  }
  passes.sort((a, b) => a - b);
  return {
    ...{ name: source.name, strategies, trades },
    ...{
      gate: passes.length / strategies,
      oneLook: oneLook / strategies,
      fail: fails / strategies,
    },
    median: passes[Math.ceil(strategies / 2) - 1] ?? null,
  };
}

/** Trades opened until the gate passes for the first time; null when it never does. */
function firstPass(outcomes: readonly Outcome[], days: StakedDays): number | null {
  const day = fortuneByDay(days).findIndex(isProof);
  if (day === -1) return null;
  const dates = [...new Set(outcomes.flatMap((each) => [each.openedOn, each.closedOn!]))].sort();
  return outcomes.filter(({ openedOn }) => openedOn <= dates[day]!).length;
}

function isProof(fortune: number): boolean {
  return fortune >= 1 / ERROR_SHARE;
}

/** Whether mean − 1.96 standard errors of the trades closed so far is ever above 0. */
function passesOneLook(outcomes: readonly Outcome[]): boolean {
  const closed = [...outcomes].sort((a, b) => (a.closedOn! < b.closedOn! ? -1 : 1));
  let [n, mean, squares] = [0, 0, 0];
  for (const { net } of closed) {
    n += 1;
    const before = mean;
    mean += (net! - mean) / n;
    squares += (net! - before) * (net! - mean);
    const error = Math.sqrt(squares / (n - 1) / n);
    if (n >= FIRST_LOOK && mean - 1.96 * error > 0) return true;
  }
  return false;
}
