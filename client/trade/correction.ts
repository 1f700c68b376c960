import type { TradeDetailFragment } from '../gql/graphql.ts';
import { exact, type Exact } from '../lib/exact.ts';
import { price, quantity } from '../lib/format.ts';
import { direction } from '../figures/trade-figures.ts';

type Order = TradeDetailFragment['orders'][number];
type Correction = NonNullable<Order['correction']>;

/** The venue's figures beside the book's, and what was decided. */
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

/** The order's correction while it waits for a person. */
export function waiting({ correction }: Order): Correction | null {
  return correction?.take === null ? correction : null;
}

/** Only the price differs: the venue's can be booked. */
export function isOfPrice(order: Order, { averagePrice, filledQuantity }: Correction): boolean {
  return averagePrice !== null && exact(order.filledQuantity)?.eq(filledQuantity) === true;
}

/** Dollars that the venue's price brings into the book's cash, out of it where negative. Null while unknown. */
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
