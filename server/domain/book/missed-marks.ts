import { grouped } from '../grouped.ts';
import type { Username } from '../ids.ts';
import { VENUES } from '../venue.ts';
import { datesBetween } from '../market/bookends.ts';
import { addDays } from '../calendar/calendar-date.ts';
import { tradingEnd } from '../instrument/contract-hours.ts';
import { sessionHours } from '../calendar/market-calendar.ts';
import { newYorkInstant } from '../calendar/new-york-time.ts';
import type { Trade } from '../trade/trade.ts';

/** Marks of one user's trades that were due on an exchange date and were not taken. */
export interface MissedMarks {
  readonly username: Username;
  readonly date: string;
  /** The first and last time at which such a mark was due. */
  readonly from: Date;
  readonly to: Date;
  readonly count: number;
}

/** The time between two ticks; the first was taken, and further ticks were due every `everyMs`. */
export interface TickGap {
  readonly after: Date;
  readonly until: Date;
  readonly everyMs: number;
}

export type HeldTrade = Pick<Trade, 'username' | 'venue' | 'instrument' | 'openedAt' | 'closedAt'>;

/** Whether a tick at `until` is so late that one before it was missed; half an interval is tolerated. */
export function hasMissedTick({ after, until, everyMs }: TickGap): boolean {
  return until.getTime() - after.getTime() >= 1.5 * everyMs;
}

/**
 * Splits a gap in two: the ticks due while the last tick still ran, until `heldUntil`, and the later ones, due
 * when no desk was running.
 */
export function splitGap(gap: TickGap, heldUntil: Date): { held: TickGap; absent: TickGap } {
  const { after, until, everyMs } = gap;
  const heldMs = Math.max(heldUntil.getTime() - after.getTime(), 0);
  const ticks = Math.max(Math.ceil(heldMs / everyMs) - 1, 0);
  const end = Math.min(until.getTime(), heldUntil.getTime() + everyMs / 2);
  return {
    held: { ...gap, until: new Date(end) },
    absent: { ...gap, after: new Date(after.getTime() + ticks * everyMs) },
  };
}

/**
 * The marks missed while the desk was not running, counted only while a trade was held and its market open.
 * `closed`: days on which the market was closed though our calendar has a session.
 */
export function missedMarks(
  trades: readonly HeldTrade[],
  gap: TickGap,
  closed: (trade: HeldTrade, date: string) => boolean = () => false,
): readonly MissedMarks[] {
  const found = new Map<string, MissedMarks>();
  const groups = [...grouped(trades, placeOf).values()];
  for (const date of datesBetween(gap.after, gap.until)) {
    // All trades of one contract at one venue have the same hours.
    for (const group of groups) {
      const hours = marketOf(group[0], date);
      for (const trade of group) {
        if (closed(trade, date)) continue;
        const ticks = ticksOf(trade, hours, gap);
        if (!ticks) continue;
        const { username } = trade;
        const key = `${username} ${date}`;
        const before = found.get(key);
        found.set(key, before ? joined(before, ticks) : { ...ticks, username, date });
      }
    }
  }
  return [...found.values()];
}

type Ticks = Pick<MissedMarks, 'from' | 'to' | 'count'>;

function ticksOf(
  trade: HeldTrade,
  market: Hours | null,
  { after, until, everyMs }: TickGap,
): Ticks | null {
  if (!market || !trade.openedAt) return null;
  const begin = after.getTime();
  // The tick at `until` itself takes the marks due about then.
  const last = until.getTime() - everyMs / 2;
  const from = Math.max(market.open, trade.openedAt.getTime());
  const to = Math.min(market.close, trade.closedAt?.getTime() ?? Infinity, last);
  const first = Math.max(1, Math.ceil((from - begin) / everyMs));
  const end = Math.ceil((to - begin) / everyMs);
  if (end <= first) return null;
  const at = (tick: number) => new Date(begin + tick * everyMs);
  return { from: at(first), to: at(end - 1), count: end - first };
}

/** A market's hours on one date, in milliseconds since 1970 UTC. */
interface Hours {
  readonly open: number;
  readonly close: number;
}

function placeOf({ venue, instrument: { assetClass, symbol } }: HeldTrade): string {
  return `${venue} ${assetClass} ${symbol}`;
}

/** The market's hours. The simulated market's day is the exchange's, midnight to midnight. */
function marketOf({ venue, instrument }: HeldTrade, date: string): Hours | null {
  if (VENUES[venue].alwaysOpen) {
    const [open, close] = [newYorkInstant(date, 0), newYorkInstant(addDays(date, 1), 0)];
    return { open: open.getTime(), close: close.getTime() };
  }
  const open = sessionHours(date)?.open;
  const end = tradingEnd(instrument, date);
  return open && end ? { open: open.getTime(), close: end.getTime() } : null;
}

function joined(before: MissedMarks, ticks: Ticks): MissedMarks {
  return {
    ...before,
    from: before.from < ticks.from ? before.from : ticks.from,
    to: before.to > ticks.to ? before.to : ticks.to,
    count: before.count + ticks.count,
  };
}
