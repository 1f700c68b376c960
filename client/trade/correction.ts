import type { TradeDetailFragment } from '../gql/graphql.ts';
import { exact, type Exact } from '../lib/exact.ts';
import { price, quantity } from '../lib/format.ts';
import { direction } from '../figures/trade-figures.ts';

type Order = TradeDetailFragment['orders'][number];
type Correction = NonNullable<Order['correction']>;

/** The venue's figures, the book's, and the decision about them. */
export function describeCorrection(correction: Correction): string {
  const { take, settledBy, note } = correction;
  const listed = `The venue corrected it to ${describeListed(correction)}`;
  const booked = price(correction.bookedPrice);
  if (take === null) return `${listed}; the book has ${booked}.`;
  const who = settledBy?.replace(/^user:/, '') ?? 'a person';
  const decided = take === 'VENUE' ? `booked instead of ${booked}` : `the book keeps ${booked}`;
  return `${listed}; ${decided}, by ${who}: “${note ?? ''}”`;
}

export function describeListed({ averagePrice, filledQuantity }: Correction): string {
  return `${quantity(filledQuantity)} at ${averagePrice ? price(averagePrice) : 'no price'}`;
}

/** The order's correction while it awaits a person's decision. */
export function waiting({ correction }: Order): Correction | null {
  return correction?.take === null ? correction : null;
}

/** True when only the price differs, so the venue's can be booked. */
export function isOfPrice(order: Order, { averagePrice, filledQuantity }: Correction): boolean {
  return averagePrice !== null && exact(order.filledQuantity)?.eq(filledQuantity) === true;
}

/** Dollars by which the venue's price changes the book's cash; null while unknown. */
export function cashOf(
  trade: Pick<TradeDetailFragment, 'side' | 'multiplier'>,
  order: Order,
  correction: Correction,
): Exact | null {
  const listed = exact(correction.averagePrice ?? null);
  const booked = exact(correction.bookedPrice);
  if (!listed || !booked) return null;
  const way = direction(trade.side) * (order.role === 'ENTRY' ? -1 : 1);
  return listed.minus(booked).times(order.filledQuantity).times(trade.multiplier).times(way);
}
