import type { ExchangeDaysQuery } from '../gql/graphql.ts';
import { Exact } from '../lib/exact.ts';
import type { Day } from './equity.ts';

export type ExchangeDay = ExchangeDaysQuery['exchangeDays'][number];

const NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** One cell: a date, what closed on it, and the exchange's calendar entry. */
export interface CalendarCell {
  date: string;
  day: Day | null;
  exchange: ExchangeDay | null;
}

/** YYYY-MM, this many months later or earlier. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

export function monthName(month: string): string {
  return NAMES[Number(month.slice(5, 7)) - 1] ?? month;
}

export function lastOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Exact net P&L of each month that has one, oldest first: they add up to the total of the days. */
export function monthSums(days: readonly Day[]): { month: string; net: Exact }[] {
  const sums = new Map<string, Exact>();
  for (const { date, netPnl } of days) {
    const month = date.slice(0, 7);
    sums.set(month, (sums.get(month) ?? new Exact(0)).plus(netPnl));
  }
  return [...sums].map(([month, net]) => ({ month, net }));
}

/**
 * A month in weeks from Monday. Weekends appear only when something closed on one, as at a market that never
 * closes; nulls fill the first and last week.
 */
export function weeksOf(
  month: string,
  days: readonly Day[],
  exchange: readonly ExchangeDay[],
): { weekends: boolean; weeks: (CalendarCell | null)[][] } {
  const results = new Map(days.map((day) => [day.date, day]));
  const kept = new Map(exchange.map((day) => [day.date, day]));
  const weekday = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const last = Number(lastOfMonth(month).slice(8));
  const dates = Array.from(
    { length: last },
    (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`,
  );
  const weekends = dates.some((date) => weekday(date) > 4 && results.has(date));
  const width = weekends ? 7 : 5;
  const weeks: (CalendarCell | null)[][] = [];
  for (const date of dates) {
    const column = weekday(date);
    if (column >= width) continue;
    if (weeks.length === 0 || column === 0) weeks.push(Array<null>(width).fill(null));
    const cell = { date, day: results.get(date) ?? null, exchange: kept.get(date) ?? null };
    weeks.at(-1)![column] = cell;
  }
  return { weekends, weeks };
}
