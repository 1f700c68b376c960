import type { DoubtCause, TradeDetailFragment } from '../gql/graphql.ts';
import { exact } from '../lib/exact.ts';
import { price, quantity } from '../lib/format.ts';

type Order = TradeDetailFragment['orders'][number];
type Adjustment = NonNullable<Order['adjustment']>;
type Terms = Pick<Adjustment, 'quantity' | 'stopPrice' | 'limitPrice'>;

/** An exit whose terms at the venue differ from the desk's. */
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

/** The venue's own change of a working order, while it awaits a person's decision. */
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

/** True once the account was found to hold what the book does; only then may a person choose. */
export function isCompared(orders: readonly Order[]): boolean {
  return orders.every((order) => waitingChange(order)?.comparedAt !== null);
}

/** True when each changed exit covers exactly the open quantity, so the venue's terms can be adopted. */
export function isAdoptable({ orders, openQuantity }: TradeDetailFragment): boolean {
  return orders.every((order) => {
    const venue = waitingChange(order);
    const rest = venue && exact(venue.quantity)?.minus(order.filledQuantity);
    return !rest || rest.eq(openQuantity);
  });
}

/** The venue's change of the terms, and the decision about it. */
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
  SUCCESSOR: 'a merger or similar, which replaced the share',
  ADJUSTED_CONTRACT: 'a corporate action, which adjusted the contract',
  ASSIGNMENT: 'an early assignment',
  SOMEBODY: 'a change by someone else',
};

/** Continues a sentence that begins with “Most likely”. */
export function describeCause(cause: DoubtCause): string {
  return CAUSES[cause];
}
