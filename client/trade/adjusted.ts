import type { DoubtCause, TradeDetailFragment } from '../gql/graphql.ts';
import { exact } from '../lib/exact.ts';
import { price, quantity } from '../lib/format.ts';

type Order = TradeDetailFragment['orders'][number];
type Adjustment = NonNullable<Order['adjustment']>;
type Terms = Pick<Adjustment, 'quantity' | 'stopPrice' | 'limitPrice'>;

/** An exit that stands otherwise than the desk asked for. */
export interface AdjustedExit {
  readonly id: string;
  readonly name: string;
  readonly desk: string;
  readonly venue: string;
}

const NAMES: Readonly<Record<string, string>> = { STOP_LOSS: 'Stop', TAKE_PROFIT: 'Target' };

/** `50 at 115`, `5 at 1,150 limit 1,149`. */
export function describeTerms({ quantity: size, stopPrice, limitPrice }: Terms): string {
  const prices = [stopPrice, limitPrice].flatMap((known) => (known ? [price(known)] : []));
  return `${quantity(size)} at ${prices.join(' limit ') || 'the market'}`;
}

function works({ status }: Order): boolean {
  return status === 'ACCEPTED' || status === 'PARTIALLY_FILLED';
}

/** The venue's own change of an order, while it waits for a person. */
export function waitingChange(order: Order): Adjustment | null {
  const { adjustment } = order;
  return adjustment && adjustment.choice === null && works(order) ? adjustment : null;
}

export function adjustedExits(orders: readonly Order[]): readonly AdjustedExit[] {
  return orders.flatMap((order) => {
    const venue = waitingChange(order);
    if (!venue) return [];
    const name = NAMES[order.role] ?? order.role;
    return [{ id: order.id, name, desk: describeTerms(order), venue: describeTerms(venue) }];
  });
}

/** Whether the account was seen to hold what the book does, so that a choice may be made. */
export function isCompared(orders: readonly Order[]): boolean {
  return orders.every((order) => waitingChange(order)?.comparedAt !== null);
}

/** Every exit stands for just what is held: the venue's terms can be taken over. */
export function isAdoptable({ orders, openQuantity }: TradeDetailFragment): boolean {
  return orders.every((order) => {
    const venue = waitingChange(order);
    const rest = venue && exact(venue.quantity)?.minus(order.filledQuantity);
    return !rest || rest.eq(openQuantity);
  });
}

/** The venue's terms beside the desk's, and what was decided. */
export function describeChange({ adjustment }: Order): string | null {
  if (!adjustment) return null;
  const stands = `The venue changed it to ${describeTerms(adjustment)}`;
  if (adjustment.choice === null) return `${stands}.`;
  const who = adjustment.settledBy?.replace(/^user:/, '') ?? 'a person';
  const note = adjustment.note ? `: “${adjustment.note}”` : '';
  return adjustment.choice === 'ADOPT'
    ? `${stands}; accepted by ${who}${note}`
    : `${stands}; the desk’s was restored by ${who}${note}`;
}

const CAUSES: Record<DoubtCause, string> = {
  SPLIT: 'a split of the shares',
  DIVIDEND: 'a dividend: venues lower standing orders by it',
  SYMBOL_CHANGE: 'a change of the symbol',
  SUCCESSOR: 'a merger or the like, which replaced the share',
  ADJUSTED_CONTRACT: 'a corporate action, which adjusted the contract',
  ASSIGNMENT: 'an early assignment',
  SOMEBODY: 'a change by somebody else',
};

/** Goes on from “Most likely”. */
export function describeCause(cause: DoubtCause): string {
  return CAUSES[cause];
}
