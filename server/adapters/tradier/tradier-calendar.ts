import { addDays } from '../../domain/calendar/calendar-date.ts';
import { sessionHours, tradingDaysAfter } from '../../domain/calendar/market-calendar.ts';
import { newYorkInstant } from '../../domain/calendar/new-york-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TradierClient } from './tradier-client.ts';
import { TradierFailure } from './tradier-failure.ts';
import { calendarDay, calendarReply, type CalendarDay } from './tradier-market-schema.ts';

/** How long an answer is used: a closure may be announced on the same morning. */
const GOOD_FOR_MS = 3_600_000;
/** How far ahead it looks for an opening: no closure lasts longer. */
const DAYS_AHEAD = 14;

/** The venue's own calendar, which has closures that no table foresees. */
export class TradierCalendar {
  readonly #months = new Map<string, { askedAt: number; days: readonly CalendarDay[] }>();

  constructor(
    private readonly client: TradierClient,
    private readonly clock: Clock,
  ) {}

  /** When the venue next opens, pre-market included; by our own table when the venue does not answer. */
  async nextOpening(after: Date, date: string): Promise<Date | null> {
    try {
      for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
        const opens = await this.#opensAt(addDays(date, ahead));
        if (opens && opens > after) return opens;
      }
    } catch (error) {
      if (!(error instanceof TradierFailure)) throw error;
    }
    const today = sessionHours(date)?.preOpen;
    if (today && today > after) return today;
    return sessionHours(tradingDaysAfter(date, 1))?.preOpen ?? null;
  }

  /** The last known answer for a date; null when the venue does not answer and never has. */
  async day(date: string): Promise<CalendarDay | null> {
    try {
      await this.#month(date.slice(0, 7));
    } catch (error) {
      if (!(error instanceof TradierFailure)) throw error;
    }
    return this.known(date);
  }

  /** The last known answer, without a request. */
  known(date: string): CalendarDay | null {
    const days = this.#months.get(date.slice(0, 7))?.days ?? [];
    return days.find((day) => day.date === date) ?? null;
  }

  async #opensAt(date: string): Promise<Date | null> {
    const day = (await this.#month(date.slice(0, 7))).find((known) => known.date === date);
    const opens = day?.status === 'open' ? (day.premarket ?? day.open) : null;
    return opens ? newYorkInstant(date, minutesOf(opens.start)) : null;
  }

  async #month(name: string): Promise<readonly CalendarDay[]> {
    const now = this.clock.now().getTime();
    const known = this.#months.get(name);
    if (known && now - known.askedAt < GOOD_FOR_MS) return known.days;
    const [year = '', month = ''] = name.split('-');
    const query = { year, month };
    const { calendar } = await this.client.get('/markets/calendar', calendarReply, query);
    const days = this.client.rows.of(`calendar of ${name}`, calendarDay, calendar.days).read;
    this.#months.set(name, { askedAt: now, days });
    return days;
  }
}

/** `HH:mm` as minutes past midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
