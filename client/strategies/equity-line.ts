import { Exact, exact } from '../lib/exact.ts';
import { money } from '../lib/format.ts';
import { dayAfter, startOfDay } from '../filter/history-filter.ts';
import { dayName, dayOf, EXCHANGE_ZONE, shortTime } from '../lib/times.ts';

export interface EquityPoint {
  readonly at: string;
  readonly cash: string;
  readonly equity?: string | null;
}

/** The account at the end of one bar, where its equity is known. */
export interface LinePoint {
  /** Ms since 1970. */
  readonly at: number;
  readonly equity: Exact;
  /** Dollars below the highest equity so far, the starting cash included. */
  readonly fall: Exact;
}

/** The points whose equity is known, each with its fall. */
export function equityLine(points: readonly EquityPoint[], startCash: string | null): LinePoint[] {
  let peak = exact(startCash);
  const line: LinePoint[] = [];
  for (const { at, equity } of points) {
    const value = exact(equity);
    if (!value) continue;
    peak = peak ? Exact.max(peak, value) : value;
    line.push({ at: Date.parse(at), equity: value, fall: peak.minus(value) });
  }
  return line;
}

export function deepestPoint(line: readonly LinePoint[]): LinePoint | null {
  const most = line.reduce<LinePoint | null>(
    (deep, point) => (deep && deep.fall.gte(point.fall) ? deep : point),
    null,
  );
  return most?.fall.gt(0) ? most : null;
}

/** The line in words. `deepest`: deepest drawdown of all bars, which the points may miss; null when unknown. */
export function lineSentence(line: readonly LinePoint[], deepest: string | null): string {
  const [first] = line;
  const last = line.at(-1);
  if (!first || !last) return 'No equity is known.';
  const fall = fallSentence(deepestPoint(line), exact(deepest));
  return `Equity ${money(first.equity)} to ${money(last.equity)}, ${dayOfPoint(first)} to ${dayOfPoint(last)}. ${fall}`;
}

function fallSentence(drawn: LinePoint | null, deepest: Exact | null): string {
  const of = drawn && `${money(drawn.fall)} on ${dayOfPoint(drawn)}`;
  if (!deepest || (drawn && drawn.fall.eq(deepest)))
    return of ? `Deepest drawdown ${of}.` : 'It never fell from its peak.';
  if (deepest.isZero()) return 'It never fell from its peak.';
  const between = of ? `; of the points drawn ${of}` : ', between the points drawn';
  return `Deepest drawdown ${money(deepest)}${between}.`;
}

function dayOfPoint({ at }: LinePoint): string {
  return dayName(dayOf(at, EXCHANGE_ZONE));
}

export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST_TICKS = 8;

/** Where hours, days, months or years of the exchange begin within a span, about eight of them at most. */
export function timeTicks(from: number, to: number): AxisTick[] {
  const days = (to - from) / DAY;
  if (days > 1000) return monthTicks(from, to, 12 * Math.ceil(days / 365 / MOST_TICKS));
  if (days > 45) return monthTicks(from, to, Math.ceil(days / 30 / MOST_TICKS));
  if (days > 2) return dayTicks(from, to, Math.ceil(days / MOST_TICKS));
  const step = HOUR * ([1, 2, 3, 6].find((hours) => days * 24 <= hours * MOST_TICKS) ?? 12);
  return until(
    to,
    Math.ceil(from / step) * step,
    (at) => at + step,
    (at) => ({
      ...{ at, label: shortTime(at, EXCHANGE_ZONE) },
    }),
  );
}

function dayTicks(from: number, to: number, step: number): AxisTick[] {
  const first = dayAfter(dayOf(from, EXCHANGE_ZONE));
  return until(
    to,
    first,
    (day) => dayAfter(day, step),
    (day) => ({
      ...{ at: Date.parse(startOfDay(day)), label: dayName(day, false) },
    }),
  );
}

/** The 1st of every `step` months; a January is labelled with its year. */
function monthTicks(from: number, to: number, step: number): AxisTick[] {
  const [year = 0, month = 1] = dayOf(from, EXCHANGE_ZONE).split('-').map(Number);
  const first = Math.ceil((year * 12 + month) / step) * step;
  return until(
    to,
    first,
    (count) => count + step,
    (count) => {
      const date = new Date(Date.UTC(Math.floor(count / 12), count % 12, 1))
        .toISOString()
        .slice(0, 10);
      const label = count % 12 === 0 ? date.slice(0, 4) : (dayName(date).split(' ')[1] ?? '');
      return { at: Date.parse(startOfDay(date)), label };
    },
  );
}

function until<T>(to: number, first: T, next: (of: T) => T, tick: (of: T) => AxisTick): AxisTick[] {
  const ticks: AxisTick[] = [];
  for (let of = first; ; of = next(of)) {
    const made = tick(of);
    if (made.at > to) return ticks;
    ticks.push(made);
  }
}
