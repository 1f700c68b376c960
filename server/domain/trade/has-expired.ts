import { type Instrument, isOption } from '../instrument/instrument.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';

/** No order can trade it any more: it waits to be settled. */
export function hasExpired(instrument: Instrument, now: Date): boolean {
  return isOption(instrument) && lastTradingInstant(instrument) <= now;
}
