import { Decimal, ZERO } from '../decimal.ts';
import type { OptionContract } from '../instrument/instrument.ts';
import { intrinsicValue } from '../instrument/intrinsic-value.ts';
import { isAdjusted, isCashSettled } from '../instrument/option-product.ts';
import type { AccountEvent } from '../order/account-event.ts';
import { movePosition } from './apply-venue-fill.ts';
import { buyingPower } from './buying-power.ts';
import { expireOrders } from './finish-order.ts';
import { freeShares } from './holdings-reason.ts';
import { heldQuantity, isOver, type VenueState } from './venue-state.ts';

export interface ExpiryTerms {
  /** The underlying's official close. */
  readonly close: Decimal;
  /** See `VenueTerms`: only what the account can pay for is exercised. */
  readonly funds: Decimal;
}

/**
 * Ends an expired contract: its orders expire, and the position is paid out at intrinsic value by the official
 * close. When the product delivers shares, they trade at that same close, which with the intrinsic value makes
 * the strike. Without terms (null) the orders end, and the position waits.
 */
export function expireContract(
  state: VenueState,
  contract: OptionContract,
  terms: ExpiryTerms | null,
  now: Date,
): VenueState {
  const { symbol } = contract;
  const next = expireOrders(state, (order) => !isOver(order) && order.symbol === symbol, now);
  const held = heldQuantity(next, contract.symbol);
  if (held.isZero() || !terms) return next;
  const intrinsic = intrinsicValue(contract, terms.close);
  const amount = intrinsic.times(held).times(contract.multiplier);
  const paidOut: VenueState = {
    ...next,
    cash: next.cash.plus(amount),
    positions: next.positions.filter((position) => position.symbol !== contract.symbol),
  };
  const contracts = intrinsic.isZero() ? ZERO : exercised(paidOut, contract, held, terms);
  const direction = contract.right === 'CALL' ? 1 : -1;
  const shares = contracts.times(contract.multiplier).times(direction);
  const value = shares.times(terms.close);
  const kind = shares.isZero() ? 'EXPIRATION' : held.lessThan(0) ? 'ASSIGNMENT' : 'EXERCISE';
  const date = contract.expiration;
  const event: AccountEvent = {
    ...{ kind, date, symbol: contract.symbol, quantity: held.neg(), price: intrinsic, amount },
    description: `Ended by the close of ${terms.close.toFixed()}, ${shares.toFixed()} shares`,
  };
  const delivery: AccountEvent = {
    ...{ kind, date, symbol: contract.underlying, quantity: shares },
    ...{ price: terms.close, amount: value.neg(), description: `By ${contract.symbol}` },
  };
  return {
    ...paidOut,
    cash: paidOut.cash.minus(value),
    positions: shares.isZero()
      ? paidOut.positions
      : movePosition(paidOut.positions, contract.underlying, shares, value),
    events: [...paidOut.events, event, ...(shares.isZero() ? [] : [delivery])],
    expired: [...paidOut.expired, { symbol: contract.symbol, shares, at: now }],
  };
}

/**
 * The contracts that move shares, signed as held. An assigned writer has no choice. A long is exercised as far
 * as the account can pay for the shares, or has free shares to deliver: this venue lends neither money nor
 * stock, and closes out the rest, as brokers do.
 */
function exercised(
  state: VenueState,
  contract: OptionContract,
  held: Decimal,
  { close, funds }: ExpiryTerms,
): Decimal {
  if (isCashSettled(contract) || isAdjusted(contract)) return ZERO;
  const { underlying, multiplier, right } = contract;
  const whole = (shares: Decimal) => Decimal.max(shares.div(multiplier).floor(), ZERO);
  if (held.lessThan(0)) {
    if (right === 'PUT') return held;
    return Decimal.min(held.abs(), whole(heldQuantity(state, underlying))).neg();
  }
  const most =
    right === 'CALL'
      ? whole(buyingPower(state, funds).div(close))
      : whole(freeShares(state, underlying));
  return Decimal.min(held, most);
}
