import { VENUES, type VenueName } from '../venue.ts';
import { isTraded } from '../instrument/contract-hours.ts';
import { isFirstMinute } from '../calendar/market-calendar.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Mark } from './mark.ts';

type PriceTimes = Pick<Mark, 'sourceTime' | 'receivedAt' | 'delayed'>;

/** The longest delay of a source that delays its prices on purpose. */
const DELAY_MS = 15 * 60_000;

/**
 * Whether a price may have been no price to trade at: it is from outside the instrument's regular session, or
 * from the minute after the open, when quotes are wide and prints stale. It is shown, but widens no excursion
 * and triggers no exit. For a delayed price both its arrival and the time at which it was true count. The
 * simulated market has no sessions.
 */
export function mayBePhantom(
  venue: VenueName,
  instrument: Instrument,
  price: PriceTimes,
  now: Date,
): boolean {
  return phantomReason(venue, instrument, price, now) !== null;
}

/** The reason, in words for the user. */
export function phantomReason(
  venue: VenueName,
  instrument: Instrument,
  price: PriceTimes,
  now: Date,
): string | null {
  if (VENUES[venue].alwaysOpen) return null;
  const instants = [now, trueAt(price, now)];
  if (instants.some((at) => !isTraded(instrument, at))) return 'Outside the regular session';
  return instants.some(isFirstMinute) ? 'In the minute after the open' : null;
}

/** Whether an exchange's price arrived, or was true, in the minute after the open. */
export function isOfFirstMinute(price: PriceTimes & Pick<Mark, 'source'>): boolean {
  const { receivedAt } = price;
  if (!receivedAt || price.source === 'simulated') return false;
  return isFirstMinute(receivedAt) || isFirstMinute(trueAt(price, receivedAt));
}

/** When a price was true. A quiet quote holds long after its last change: the source confirms it up to its delay. */
function trueAt({ sourceTime, receivedAt, delayed }: PriceTimes, now: Date): Date {
  const heard = receivedAt ?? now;
  if (!delayed) return heard;
  return new Date(Math.max(heard.getTime() - DELAY_MS, sourceTime?.getTime() ?? 0));
}
