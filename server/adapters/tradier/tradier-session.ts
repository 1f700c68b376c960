import type { z } from 'zod';
import {
  exchangeDate,
  sessionAt,
  sessionHours,
  type MarketSession,
} from '../../domain/calendar/market-calendar.ts';
import { newYorkInstant } from '../../domain/calendar/new-york-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SessionNow } from '../../ports/market-data.ts';
import { minutesOf, TradierCalendar } from './tradier-calendar.ts';
import type { TradierClient } from './tradier-client.ts';
import { TradierFailure } from './tradier-failure.ts';
import { clockReply, type CalendarDay } from './tradier-market-schema.ts';

type VenueClock = z.infer<typeof clockReply>['clock'];

const SESSION: Readonly<Record<VenueClock['state'], MarketSession>> = {
  premarket: 'PRE_MARKET',
  open: 'REGULAR',
  postmarket: 'POST_MARKET',
  closed: 'CLOSED',
};
/** A venue clock further from ours than this is an old answer, or the desk's own time is simulated. */
const OFF_MS = 2 * 60_000;
/** An unforeseen closure is noticed at most this late. Each request costs one of the minute's sixty. */
const GOOD_FOR_MS = 5 * 60_000;
/** At a bell the venue's clock may lag ours by a moment; keeping its answer would hide the session for minutes. */
const BEHIND_GOOD_FOR_MS = 2_000;

interface Good {
  readonly since: Date;
  readonly until: Date;
}

/**
 * The market's current session. The venue's clock takes precedence over the desk’s calendar, which cannot know an
 * unannounced closure. When it does not answer, shows another time, or says open against the desk’s calendar without
 * support of its own calendar, the more cautious of the two applies: a market order that waits for the next
 * open is worse than a refused one.
 */
export class TradierSession {
  readonly #calendar: TradierCalendar;
  #known: (Good & { readonly clock: VenueClock }) | null = null;
  #asking: Promise<VenueClock | string> | null = null;

  constructor(
    private readonly client: TradierClient,
    private readonly clock: Clock,
  ) {
    this.#calendar = new TradierCalendar(client, clock);
  }

  async now(): Promise<SessionNow> {
    const reported = await this.#ask();
    const now = this.clock.now();
    if (typeof reported === 'string') return this.#withoutClock(now, reported);
    const ours = sessionAt(now);
    const theirs = SESSION[reported.state];
    if ((theirs === 'REGULAR') === (ours.session === 'REGULAR')) {
      return this.#theirs(reported, 'Tradier’s clock');
    }
    if (theirs !== 'REGULAR') {
      return this.#theirs(
        reported,
        'Tradier’s clock (the desk’s calendar has a regular session now)',
      );
    }
    const day = await this.#calendar.day(reported.date);
    if (day && sessionOf(day, now)?.session === 'REGULAR') {
      return this.#theirs(
        reported,
        'Tradier’s clock and calendar (the desk’s calendar has no session now)',
      );
    }
    const doubt = day ? 'its calendar does not' : 'its calendar does not answer';
    const source = `the desk’s calendar (Tradier’s clock says open, ${doubt})`;
    return { ...ours, source, unconfirmed: true };
  }

  /**
   * Whether the venue is closed all day on a date that is a trading day in the desk’s calendar; false when it does not
   * say. During session hours its clock knows sooner than its calendar.
   */
  async closedOn(date: string): Promise<boolean> {
    const hours = sessionHours(date);
    if (!hours) return false;
    const now = this.clock.now();
    const inSession = now >= hours.open && now < hours.close;
    const reported = inSession ? await this.#ask() : 'not asked';
    if (typeof reported !== 'string') return reported.state === 'closed';
    return (await this.#calendar.day(date))?.status === 'closed';
  }

  /** The venue's last clock while it is valid; otherwise the reason not to trust it. */
  async #ask(): Promise<VenueClock | string> {
    const now = this.clock.now();
    const known = this.#known;
    if (known && now >= known.since && now < known.until) return known.clock;
    this.#asking ??= this.#askVenue().finally(() => (this.#asking = null));
    const reported = await this.#asking;
    this.#known =
      typeof reported === 'string' ? null : { clock: reported, ...goodFor(reported, now) };
    return reported;
  }

  async #askVenue(): Promise<VenueClock | string> {
    try {
      const { clock } = await this.client.get('/markets/clock', clockReply);
      const at = timeOf(clock);
      const off = Math.abs(at.getTime() - this.clock.now().getTime());
      if (!(off <= OFF_MS)) return 'Tradier’s clock tells another time';
      if (exchangeDate(at) !== clock.date) return 'Tradier’s clock contradicts itself';
      return clock;
    } catch (error) {
      if (error instanceof TradierFailure) return 'Tradier does not answer';
      throw error;
    }
  }

  async #theirs(reported: VenueClock, source: string): Promise<SessionNow> {
    const session = SESSION[reported.state];
    // A closed venue gives the hour of its opening, but not the day.
    const nextChange =
      reported.state === 'closed'
        ? await this.#calendar.nextOpening(timeOf(reported), reported.date)
        : newYorkInstant(reported.date, minutesOf(reported.next_change));
    return { session, nextChange, source };
  }

  /** An earlier answer of the venue's calendar beats the desk’s calendar; a new request would wait as well. */
  #withoutClock(now: Date, why: string): SessionNow {
    const day = this.#calendar.known(exchangeDate(now));
    const ours = sessionAt(now);
    if (day?.status === 'closed' && ours.session !== 'CLOSED') {
      return { session: 'CLOSED', nextChange: null, source: `Tradier’s calendar (${why})` };
    }
    const reported = day && sessionOf(day, now);
    if (reported) return { ...reported, source: `Tradier’s calendar (${why})` };
    return { ...ours, source: `the desk’s calendar (${why})`, unconfirmed: true };
  }
}

function timeOf({ timestamp }: VenueClock): Date {
  return new Date(timestamp * 1000);
}

/**
 * Valid for five minutes, or until the next change by the venue or by the desk’s calendar; only briefly when that
 * change is already past by our clock.
 */
function goodFor({ date, state, next_change }: VenueClock, since: Date): Good {
  const theirs = newYorkInstant(date, minutesOf(next_change));
  // A closed venue gives an hour of another day.
  if (state !== 'closed' && theirs <= since)
    return { since, until: new Date(since.getTime() + BEHIND_GOOD_FOR_MS) };
  const changes = [theirs, sessionAt(since).nextChange];
  const ahead = changes.flatMap((change) => (change && change > since ? [change.getTime()] : []));
  return { since, until: new Date(Math.min(since.getTime() + GOOD_FOR_MS, ...ahead)) };
}

/** The session by the hours of an open day; null outside them, because the next opening is on another day. */
function sessionOf(
  { date, status, premarket, open, postmarket }: CalendarDay,
  now: Date,
): Pick<SessionNow, 'session' | 'nextChange'> | null {
  if (status !== 'open' || !open || exchangeDate(now) !== date) return null;
  const at = (time: string) => newYorkInstant(date, minutesOf(time));
  const [opens, closes] = [at(open.start), at(open.end)];
  if (premarket && now >= at(premarket.start) && now < opens) {
    return { session: 'PRE_MARKET', nextChange: opens };
  }
  if (now >= opens && now < closes) return { session: 'REGULAR', nextChange: closes };
  if (postmarket && now >= closes && now < at(postmarket.end)) {
    return { session: 'POST_MARKET', nextChange: at(postmarket.end) };
  }
  return null;
}
