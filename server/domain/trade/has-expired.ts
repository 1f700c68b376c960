import { expiryInstant } from '../calendar/market-calendar.ts';
import type { Instrument } from '../instrument/instrument.ts';

/** No order can trade it any more: it waits to be settled by the official close. */
export function hasExpired(instrument: Instrument, now: Date): boolean {
  return instrument.assetClass === 'OPTION' && expiryInstant(instrument.expiration) <= now;
}
