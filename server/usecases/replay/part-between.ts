import type { Trade } from '../../domain/trade/trade.ts';
import type { PartClosed } from './what-if-outcome.ts';

/** The part that a person’s request has closed between two lines of a trade; null: none, or all of it. */
export function partBetween(before: Trade, after: Trade, at: Date): PartClosed | null {
  const quantity = after.exitedQuantity.minus(before.exitedQuantity);
  const isAsked = before.closeRequest?.role === 'CLOSE';
  if (!isAsked || quantity.isZero() || after.openQuantity.isZero()) return null;
  const proceeds = after.exitProceeds.minus(before.exitProceeds).abs();
  return { at, quantity, price: proceeds.div(quantity).div(after.instrument.multiplier) };
}
