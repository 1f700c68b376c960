import { type Instrument, isOption } from '../instrument/instrument.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';

/** Whether the contract can no longer trade and waits for settlement. */
export function hasExpired(instrument: Instrument, now: Date): boolean {
  return isOption(instrument) && lastTradingInstant(instrument) <= now;
}
