import type { ResultsQuery } from '../gql/graphql.ts';
import { Exact, exact } from '../lib/exact.ts';
import { money } from '../lib/format.ts';
import { dayName, dayOf, EXCHANGE_ZONE } from '../lib/times.ts';

export type Day = ResultsQuery['dailyPnl'][number];
export type Deposit = ResultsQuery['deposits'][number];

/** The book, or the filtered part of it, at the end of one day. */
export interface EquityDay {
  date: string;
  /** Days since the epoch: its place on the axis. */
  at: number;
  /** Deposits less withdrawals of the day, in dollars. */
  deposited: Exact;
  netPnl: Exact;
  trades: number;
  /** All deposits and all earnings so far. */
  equity: Exact;
  earned: Exact;
  /** All deposits so far plus the peak of earnings at the end of any day. */
  peak: Exact;
  /** Deepest fall of earnings from their peak, on that day. */
  fall: Exact;
  /** Percent of the equity at that peak, deposits included; null when that was 0. */
  fallPct: number | null;
}

const DAY = 86_400_000;
const ZERO = new Exact(0);

/**
 * Running sums by day. A deposit raises equity but never earnings, so it causes neither a gain nor a fall
 * from the peak. Without `deposits`, for a filter, the line starts at 0.
 */
export function equityDays(days: readonly Day[], deposits: readonly Deposit[]): EquityDay[] {
  const paid = new Map<string, Exact>();
  for (const { at, amount } of deposits) {
    const date = dayOf(at, EXCHANGE_ZONE);
    paid.set(date, (paid.get(date) ?? ZERO).plus(amount));
  }
  const byDate = new Map(days.map((day) => [day.date, day]));
  const dates = [...new Set([...paid.keys(), ...byDate.keys()])].sort();
  let earned = ZERO;
  let allPaid = ZERO;
  let peak = ZERO;
  return dates.map((date) => {
    const day = byDate.get(date);
    const deposited = paid.get(date) ?? ZERO;
    const netPnl = exact(day?.netPnl) ?? ZERO;
    allPaid = allPaid.plus(deposited);
    earned = earned.plus(netPnl);
    peak = Exact.max(peak, earned);
    const fall = exact(day?.drawdown) ?? peak.minus(earned);
    const atPeak = allPaid.plus(peak);
    return {
      date,
      at: Date.parse(`${date}T00:00:00Z`) / DAY,
      deposited,
      netPnl,
      trades: day?.trades ?? 0,
      equity: allPaid.plus(earned),
      earned,
      peak: atPeak,
      fall,
      fallPct: atPeak.gt(0) ? fall.div(atPeak).times(100).toNumber() : null,
    };
  });
}

export function deepest(days: readonly EquityDay[]): EquityDay | null {
  const most = days.reduce<EquityDay | null>(
    (deep, day) => (deep && deep.fall.gte(day.fall) ? deep : day),
    null,
  );
  return most?.fall.gt(0) ? most : null;
}

/** The curve in words; `book`: it covers the whole book, with its deposits. */
export function equitySentence(days: readonly EquityDay[], book: boolean): string {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return 'Nothing is realised yet.';
  const earned = money(last.earned, { sign: true });
  const end = book ? `Equity ${money(last.equity)}, ${earned} of it realised` : `Net P&L ${earned}`;
  const deep = deepest(days);
  const fall = deep
    ? `Deepest drawdown ${money(deep.fall)} on ${dayName(deep.date)}.`
    : 'It never fell from its peak.';
  return `${end}, ${dayName(first.date)} to ${dayName(last.date)}. ${fall}`;
}

/** The 1st of each month within a span of axis days, as axis days. */
export function monthStarts(from: number, to: number): { at: number; date: string }[] {
  const first = new Date(from * DAY);
  const starts: { at: number; date: string }[] = [];
  for (let month = first.getUTCMonth() + 1; ; month++) {
    const time = Date.UTC(first.getUTCFullYear(), month, 1);
    if (time / DAY > to) return starts;
    starts.push({ at: time / DAY, date: new Date(time).toISOString().slice(0, 10) });
  }
}
