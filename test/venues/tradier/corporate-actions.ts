import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { EmulatedAccount } from './emulated-account.ts';
import { buys, isFinal, tradedSymbol, type EmulatedOrder } from './emulated-order.ts';

type Size = Decimal | string | number;

/** What the clearing house does overnight: no order, and no notice but the changed positions and orders. */

/** Splits a position and its GTC orders by new shares for old ones. */
export function splitShares(
  account: EmulatedAccount,
  symbol: string,
  [newShares, oldShares]: readonly [Size, Size],
): void {
  const scaled = (size: Decimal) => size.times(newShares).div(oldShares);
  splitPosition(account, symbol, [newShares, oldShares]);
  for (const order of standing(account, symbol)) {
    order.quantity = scaled(order.quantity);
    moveTo(order, (price) => price.times(oldShares).div(newShares).toDecimalPlaces(2));
  }
}

/** Splits only the position: the cost stays, and a fraction of a share is paid out. */
export function splitPosition(
  account: EmulatedAccount,
  symbol: string,
  [newShares, oldShares]: readonly [Size, Size],
): void {
  const held = account.positions.get(symbol);
  if (held) held.quantity = held.quantity.times(newShares).div(oldShares).trunc();
}

/** Lowers GTC buy limits and sell stops by the dividend per share. */
export function payDividend(account: EmulatedAccount, symbol: string, amount: Size): void {
  for (const order of standing(account, symbol)) {
    const lowered = buys(order) ? order.type === 'limit' : order.stop !== null;
    if (lowered) moveTo(order, (price) => price.minus(amount));
  }
}

/** Gives a position of shares another ticker, with the same quantity and cost. */
export function renameSymbol(account: EmulatedAccount, from: string, to: string): void {
  const held = account.positions.get(from);
  if (!held) return;
  account.positions.delete(from);
  account.positions.set(to, held);
}

function standing(account: EmulatedAccount, symbol: string): EmulatedOrder[] {
  return [...account.orders.values()]
    .flatMap((order) => (order.legs.length > 0 ? order.legs : [order]))
    .filter((order) => tradedSymbol(order) === symbol && !isFinal(order))
    .filter(({ duration }) => duration === 'gtc');
}

function moveTo(order: EmulatedOrder, priceFrom: (price: Decimal) => Decimal): void {
  order.price = order.price && dec(priceFrom(order.price));
  order.stop = order.stop && dec(priceFrom(order.stop));
}
