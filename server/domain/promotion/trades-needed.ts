import { daysNeeded } from '../statistics/days-needed.ts';
import { haveResults } from '../statistics/staked-days.ts';
import type { Evidence } from './evidence.ts';
import { ERROR_SHARE, LIMITS } from './limits.ts';
import type { Judged } from './outcomes.ts';
import { fortunesAbove, total } from '../statistics/fortunes.ts';

/**
 * The most trades that a gate of a report without PASS still needs, at today's mean, spread and trades a day;
 * at least 1. Null: the mean is not above 0, or a trade's loss has no bound, so no number is enough.
 */
export function tradesNeeded(
  { tried, from, drift }: Evidence,
  { closed, unbounded, net, closedDays, days }: Judged,
): number | null {
  if (unbounded > 0 || !(net > 0) || closedDays === 0) return null;
  const aDay = closed / closedDays;
  const error = ERROR_SHARE / tried;
  const settled = !haveResults(days) || total(fortunesAbove(days, 0)) >= 1 / error;
  const proof = settled ? 0 : daysNeeded(days, error);
  if (proof === null) return null;
  return Math.max(
    1,
    LIMITS.trades - closed,
    Math.ceil((LIMITS.days - closedDays) * aDay),
    Math.ceil(proof * aDay),
    from === 'BACKTEST' ? 0 : LIMITS.driftTrades - (drift?.trades ?? 0),
  );
}
