import { exchangeDate } from '../calendar/market-calendar.ts';
import { stakedDays, type Outcome, type StakedDays } from '../statistics/staked-days.ts';
import type { EvidenceTrade } from './evidence.ts';

/** What the gates count about a strategy's trades. */
export interface Judged {
  /** Closed trades. */
  readonly closed: number;
  /** Trades whose loss has no bound. They are not among the outcomes. */
  readonly unbounded: number;
  /** Dollars that all closed trades earned. */
  readonly net: number;
  /** Exchange days on which a trade closed. */
  readonly closedDays: number;
  /** In order of opening. */
  readonly outcomes: readonly Outcome[];
  /** The days before today. */
  readonly days: StakedDays;
}

export function judgedTrades(trades: readonly EvidenceTrade[], now: Date): Judged {
  const closed = trades.filter(({ net }) => net !== null);
  const dates = new Set(closed.flatMap(({ closedAt }) => (closedAt ? exchangeDate(closedAt) : [])));
  const bounded = trades.flatMap((trade) => outcomeOf(trade) ?? []);
  const outcomes = bounded.sort((a, b) => a.openedAt - b.openedAt);
  return {
    ...{ closed: closed.length, unbounded: trades.length - outcomes.length, outcomes },
    net: closed.reduce((sum, { net }) => sum + net!.toNumber(), 0),
    ...{ closedDays: dates.size, days: stakedDays(outcomes, exchangeDate(now)) },
  };
}

function outcomeOf({ openedAt, closedAt, atRisk, gainCap, net }: EvidenceTrade) {
  if (atRisk === null) return null;
  return {
    ...{ openedAt: openedAt.getTime(), openedOn: exchangeDate(openedAt) },
    closedOn: closedAt && exchangeDate(closedAt),
    ...{ risk: atRisk.toNumber(), net: net?.toNumber() ?? null, gainCap },
  };
}
