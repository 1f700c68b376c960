import type { TradeFilter, TradeOutcome, TradeStatus } from '../gql/graphql.ts';
import { dayOf, EXCHANGE_ZONE } from '../lib/times.ts';

export type Period = 'all' | 'today' | 'week' | 'month' | 'year';

export interface HistoryFilter {
  text: string;
  outcome: TradeOutcome | 'ALL';
  status: TradeStatus | '';
  period: Period;
  underlying: string;
  strategy: string;
}

export const NO_FILTER: HistoryFilter = {
  text: '',
  outcome: 'ALL',
  status: '',
  period: 'all',
  underlying: '',
  strategy: '',
};

const DAYS: Record<Period, number | null> = { all: null, today: 0, week: 7, month: 30, year: 365 };
const DAY = 86_400_000;

/** Midnight of the exchange's day, as an instant. */
function startOfDay(day: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: EXCHANGE_ZONE,
    hourCycle: 'h23',
    hour: '2-digit',
  });
  const behind = 12 - Number(format.format(noon));
  return new Date(Date.parse(`${day}T00:00:00Z`) + behind * 3_600_000).toISOString();
}

export function toTradeFilter(filter: HistoryFilter, now: number): TradeFilter {
  const days = DAYS[filter.period];
  const from = days === null ? undefined : startOfDay(dayOf(now - days * DAY, EXCHANGE_ZONE));
  return {
    text: filter.text.trim() || undefined,
    outcome: filter.outcome === 'ALL' ? undefined : filter.outcome,
    status: filter.status ? [filter.status] : undefined,
    underlying: filter.underlying.trim().toUpperCase() || undefined,
    strategy: filter.strategy.trim() || undefined,
    closedFrom: from,
  };
}

export function isFiltered(filter: HistoryFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
}
