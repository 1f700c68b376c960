import type { CalendarDate } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { SnapshotKind } from './mark.ts';
import { addDays } from '../calendar/calendar-date.ts';
import { tradingEnd } from '../instrument/contract-hours.ts';
import { exchangeDate, sessionHours } from '../calendar/market-calendar.ts';

export type BookendKind = Exclude<SnapshotKind, 'INTRADAY'>;

/** A mark due once per trade and exchange day, before its trading begins or after it has ended. */
export interface Bookend {
  readonly kind: BookendKind;
  readonly date: CalendarDate;
  readonly due: Date;
  /** Later marks do not count: they would show a moment after the one in the name. */
  readonly until: Date;
}

const MINUTE_MS = 60_000;
/** 9:25, and 16:05, or 16:20 for what trades until 16:15; on half-days the end's are three hours earlier. */
const [BEFORE_OPEN, AFTER_END] = [5 * MINUTE_MS, 5 * MINUTE_MS];
/**
 * Option quotes stand still after the close, so a server that comes back late still sees the last market.
 * Shares trade on in the extended session and move away from their close within half an hour.
 */
const LATEST = 30 * MINUTE_MS;
/** The longest absence that is filled with missed marks: a longer one needs no list of each. */
const LONGEST_LOOK_BACK_DAYS = 366;

/** The bookends of an exchange date; none on weekends and holidays, or after a contract's last trading day. */
export function bookendsOf(instrument: Instrument, date: CalendarDate): readonly Bookend[] {
  const open = sessionHours(date)?.open.getTime();
  const end = tradingEnd(instrument, date)?.getTime();
  if (open === undefined || end === undefined) return [];
  const due = end + AFTER_END;
  return [
    { kind: 'PRE_MARKET', date, due: new Date(open - BEFORE_OPEN), until: new Date(open) },
    { kind: 'POST_CLOSE', date, due: new Date(due), until: new Date(due + LATEST) },
  ];
}

/** All times after `since` and up to `now` at which some instrument's bookends are due; in order. */
export function bookendInstants(since: Date, now: Date): readonly Date[] {
  return datesBetween(since, now)
    .flatMap((date) => {
      const hours = sessionHours(date);
      if (!hours) return [];
      const [open, close, late] = [hours.open, hours.close, hours.optionsClose];
      return [
        open.getTime() - BEFORE_OPEN,
        close.getTime() + AFTER_END,
        late.getTime() + AFTER_END,
      ];
    })
    .map((time) => new Date(time))
    .filter((at) => at > since && at <= now);
}

/** Whether `bookendsBetween` may find one for any instrument: if not, no instrument need be checked. */
export function mayBookendsBeDue(since: Date, now: Date): boolean {
  return datesBetween(since, now).some((date) => {
    const hours = sessionHours(date);
    if (!hours) return false;
    const open = hours.open.getTime();
    const [first, last] = [
      hours.close.getTime() + AFTER_END,
      hours.optionsClose.getTime() + AFTER_END,
    ];
    const windows = [
      [open - BEFORE_OPEN, open],
      [first, last + LATEST],
    ] as const;
    return windows.some(([due, until]) => due <= now.getTime() && until > since.getTime());
  });
}

/** The bookends due by `now` for which it was not yet too late at `since`. */
export function bookendsBetween(
  instrument: Instrument,
  since: Date,
  now: Date,
): readonly Bookend[] {
  return datesBetween(since, now)
    .flatMap((date) => bookendsOf(instrument, date))
    .filter(({ due, until }) => due <= now && until > since);
}

/** The exchange dates from one instant to another, both included; at most the latest 366. */
export function datesBetween(from: Date, to: Date): readonly CalendarDate[] {
  const last = exchangeDate(to);
  const dates: string[] = [];
  for (let date = last; date >= exchangeDate(from); date = addDays(date, -1)) {
    dates.unshift(date);
    if (dates.length === LONGEST_LOOK_BACK_DAYS) break;
  }
  return dates;
}
