import { addDays } from '../calendar/calendar-date.ts';
import { exchangeDate } from '../calendar/market-calendar.ts';
import { newYorkInstant } from '../calendar/new-york-time.ts';
import type { Limits } from '../account/settings.ts';
import type { RiskCheck } from '../refusal.ts';

/** A closed trade with a fill. */
export interface TradeResult {
  readonly closedAt: Date;
  /** The sign of its net result. */
  readonly sign: -1 | 0 | 1;
}

/** Losing trades in a row, up to the newest; entries may have to wait after them. */
export interface LossStreak {
  readonly losses: number;
  /** Until when entries must wait; null: they need not. */
  readonly until: Date | null;
  /** The strictest limit; null: none is set. */
  readonly limit: number | null;
}

type StreakLimits = Pick<Limits, 'maxConsecutiveLosses' | 'lossCooldownMinutes'>;

/** How many of the newest results decide. */
export function resultsNeeded(limits: readonly StreakLimits[]): number {
  return Math.max(0, ...limits.map(({ maxConsecutiveLosses }) => maxConsecutiveLosses ?? 0));
}

/** `results`: the newest first, as many as `resultsNeeded`. Each set of limits has its own cooldown. */
export function lossStreak(
  results: readonly TradeResult[],
  limits: readonly StreakLimits[],
  now: Date,
): LossStreak {
  const end = results.findIndex(({ sign }) => sign !== -1);
  const losses = end === -1 ? results.length : end;
  const most = limits.flatMap(({ maxConsecutiveLosses: n }) => (n === null ? [] : [n]));
  const limit = most.length === 0 ? null : Math.min(...most);
  const last = results[0]?.closedAt;
  const waits = limits
    .filter(({ maxConsecutiveLosses: n }) => last && n !== null && losses >= n)
    .map(({ lossCooldownMinutes }) => waitsUntil(last!, lossCooldownMinutes))
    .filter((until) => until > now)
    .sort((one, other) => other.getTime() - one.getTime());
  return { losses, until: waits[0] ?? null, limit };
}

function waitsUntil(last: Date, minutes: number | null): Date {
  if (minutes !== null) return new Date(last.getTime() + minutes * 60_000);
  return newYorkInstant(addDays(exchangeDate(last), 1), 0);
}

export function lossStreakCheck({ losses, until, limit }: LossStreak): RiskCheck {
  const shown = { rule: 'LOSS_STREAK', limit: limit?.toString() ?? null, actual: String(losses) };
  const label = 'Losing trades in a row';
  if (limit === null) return { ...shown, passed: true, message: `${label}: no limit is set.` };
  const counted = `${label}: ${losses} of ${limit}`;
  if (until === null) return { ...shown, passed: true, message: `${counted}.` };
  const message = `${counted}; entries wait until ${until.toISOString()}.`;
  return { ...shown, passed: false, message };
}
