import type { Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { directionOf, type OrderSide } from '../order/order.ts';

/** An entry that has filled. */
export interface FilledEntry {
  readonly instrument: Instrument;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  /** The average price: dollars per share or unit. */
  readonly price: Decimal;
  /** Dollars of fees, for entry and exit. */
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

/** The gain, in multiples of the risk, that is assumed for a trade whose instrument does not bound it. */
const TAKEN = { EQUITY: 1, OPTION: 20, TOKEN: 20 } as const;

/**
 * The most that a trade could gain, in multiples of what it had at risk. A put's gain has a bound, long or
 * short. Other gains have none: a share is assumed to double at most, a call or a token to gain twenty times
 * its cost; see `MeanBounds.high` for what happens when one brings more.
 */
export function gainCap(entry: FilledEntry): number {
  const { instrument, side, price } = entry;
  const taken = TAKEN[instrument.assetClass];
  if (instrument.assetClass !== 'OPTION' || instrument.right !== 'PUT') return taken;
  const most = directionOf(side) === 1 ? instrument.strike.minus(price) : price;
  const share = lossPerUnit(entry)?.greaterThan(0) ? most.div(lossPerUnit(entry)!).toNumber() : 0;
  return share > 0 ? share : taken;
}
