import { type Instrument, isOption } from '../instrument/instrument.ts';
import type { Mark } from './mark.ts';

/**
 * Why a mark contradicts itself, in words for the user; null when it does not. Arbitrage allows no bid above
 * its ask, no call worth more than its share and no put worth more than its strike.
 */
export function priceConflict(instrument: Instrument, mark: Mark): string | null {
  const { bid, ask, underlyingPrice } = mark;
  if (bid && ask && bid.greaterThan(ask)) return `bid ${bid.toFixed()} above ask ${ask.toFixed()}`;
  if (!isOption(instrument) || !bid) return null;
  const { right, strike } = instrument;
  if (right === 'PUT' && bid.greaterThan(strike)) {
    return `bid ${bid.toFixed()} above the strike ${strike.toFixed()}`;
  }
  if (right === 'CALL' && underlyingPrice?.greaterThan(0) && bid.greaterThan(underlyingPrice)) {
    return `bid ${bid.toFixed()} above the underlying ${underlyingPrice.toFixed()}`;
  }
  return null;
}
