import { exchangeDate } from '../calendar/market-calendar.ts';
import { daysNeeded } from '../statistics/days-needed.ts';
import { haveResults, stakedDays } from '../statistics/staked-days.ts';
import type { Evidence } from './evidence.ts';
import { ERROR_SHARE, LIMITS } from './limits.ts';
import { closedDays, outcomesOf } from './outcomes.ts';
import { fortunesAbove, total } from '../statistics/mean-bounds.ts';

/**
 * The most that a gate of a report without PASS still needs, at today's mean and spread and as many trades a day as
 * so far; at least 1. Null: the mean is not above 0, or the loss of a trade has no bound, so that no number would do.
 */
export function tradesNeeded({ trades, tried, now, from, drift }: Evidence): number | null {
  if (trades.some(({ atRisk }) => atRisk === null)) return null;
  const closed = trades.filter(({ net }) => net !== null);
  const net = closed.reduce((sum, each) => sum + each.net!.toNumber(), 0);
  const dates = closedDays(trades);
  if (!(net > 0) || dates === 0) return null;
  const aDay = closed.length / dates;
  const days = stakedDays(outcomesOf(trades), exchangeDate(now));
  const error = ERROR_SHARE / tried;
  const settled = !haveResults(days) || total(fortunesAbove(days, 0)) >= 1 / error;
  const proof = settled ? 0 : daysNeeded(days, error);
  if (proof === null) return null;
  return Math.max(
    1,
    LIMITS.trades - closed.length,
    Math.ceil((LIMITS.days - dates) * aDay),
    Math.ceil(proof * aDay),
    from === 'BACKTEST' ? 0 : LIMITS.driftTrades - (drift?.trades ?? 0),
  );
}
