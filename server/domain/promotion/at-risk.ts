import type { Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { directionOf, type OrderSide } from '../order/order.ts';

/** An entry that has filled. */
export interface FilledEntry {
  readonly instrument: Instrument;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  /** Its average: dollars per share or unit. */
  readonly price: Decimal;
  /** Dollars, of entry and exit. */
  readonly fees: Decimal;
}

/**
 * The most dollars that a trade can lose: what a long cost, the strike of a short put less its premium, with
 * fees. A stop is no bound, because a market can open beyond it. Null: there is no bound, or nothing is at risk.
 */
export function atRisk(entry: FilledEntry): Decimal | null {
  const size = entry.quantity.times(entry.instrument.multiplier);
  const bound = lossPerUnit(entry)?.times(size).plus(entry.fees);
  return bound?.greaterThan(0) ? bound : null;
}

function lossPerUnit({ instrument, side, price }: FilledEntry): Decimal | null {
  if (directionOf(side) === 1) return price;
  if (instrument.assetClass !== 'OPTION' || instrument.right !== 'PUT') return null;
  return instrument.strike.minus(price);
}
