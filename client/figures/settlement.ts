import { ASSETS } from '../lib/asset-class.ts';
import type { DeliveryLinkFragment, TradeDetailFragment } from '../gql/graphql.ts';
import { Exact, exact } from '../lib/exact.ts';
import { price, quantity } from '../lib/format.ts';
import { instrumentName } from '../lib/instrument.ts';
import { direction, isShort } from './trade-figures.ts';

type Settlement = NonNullable<TradeDetailFragment['settlement']>;
type Settled = Pick<
  TradeDetailFragment,
  'side' | 'right' | 'multiplier' | 'filledQuantity' | 'orders' | 'underlying' | 'strike'
>;

/** Contracts still held at expiry. */
export function settledContracts({ filledQuantity, orders }: Settled): Exact {
  const exits = orders.filter(({ role }) => role !== 'ENTRY');
  return exits.reduce((left, order) => left.minus(order.filledQuantity), new Exact(filledQuantity));
}

/** Proceeds of the settled contracts in dollars; negative when a short had to pay. */
export function dollarsOf(trade: Settled, intrinsic: string): Exact {
  return settledContracts(trade)
    .times(intrinsic)
    .times(trade.multiplier)
    .times(direction(trade.side));
}

/** `4.84 in the money`, or by how much it was out of the money. */
export function moneyness({ right, strike }: Settled, settlement: Settlement): string {
  if (!exact(settlement.intrinsic)?.isZero()) return `${price(settlement.intrinsic)} in the money`;
  const above = new Exact(settlement.price).minus(strike ?? 0);
  const out = right === 'PUT' ? above : above.neg();
  return out.isZero() ? 'at the money' : `${price(out)} out of the money`;
}

export function exerciseWord({ side }: Settled): 'Assignment' | 'Exercise' {
  return isShort(side) ? 'Assignment' : 'Exercise';
}

/** What became of the shares behind the contract. */
export function deliveryLine(trade: Settled, { delivery, shares }: Settlement): string {
  const moved = exact(shares);
  const many = `${quantity(moved?.abs() ?? 0)} ${trade.underlying ?? ''}`;
  switch (delivery) {
    case 'NONE':
      return 'none: it was worthless';
    case 'CASH':
      return 'in cash, as its product is';
    case 'CLOSED_OUT':
      return 'none: closed out, the account could not carry the shares';
    case 'AWAITED':
      return `${many} due, not shown by the venue yet`;
    case 'MISSING':
      return `${many} due, not shown by the venue in time`;
    case 'DELIVERED':
      return `${many} ${moved?.isNegative() ? 'delivered' : 'received'}${restOf(trade, moved)}`;
    case null:
    case undefined:
      return 'in cash at intrinsic value';
  }
}

/** The contracts that were closed out because the account could carry only a part of the exercise. */
function restOf(trade: Settled, moved: Exact | null): string {
  const carried = (moved ?? new Exact(0)).abs().div(trade.multiplier);
  const rest = settledContracts(trade).minus(carried);
  return rest.gt(0) ? `, ${quantity(rest)} contracts closed out` : '';
}

/** `SPY shares, open` for the trade at the other end. */
export function describeLink(trade: DeliveryLinkFragment): string {
  const what = ASSETS[trade.assetClass].shares ? `${trade.symbol} shares` : instrumentName(trade);
  return `${what}, ${trade.status === 'OPEN' ? 'open' : 'closed'}`;
}

/** How an option delivered shares: `exercise of SPY 560 C`. */
export function originOf(
  option: Pick<
    DeliveryLinkFragment,
    'side' | 'symbol' | 'assetClass' | 'underlying' | 'strike' | 'right'
  >,
): string {
  return `${isShort(option.side) ? 'assignment' : 'exercise'} of ${instrumentName(option)}`;
}
