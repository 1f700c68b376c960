import { dec, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import {
  buys,
  isFinal,
  isLive,
  multiplier,
  remaining,
  tradedSymbol,
  waitsForEntry,
  type EmulatedOrder,
} from './emulated-order.ts';
import type { Quirks } from './quirks.ts';
import { Statement } from './statement.ts';

export interface EmulatedPosition {
  quantity: Decimal;
  costBasis: Decimal;
}

/** One account: the states of its orders, and the resulting positions and cash. */
export class EmulatedAccount {
  readonly orders = new Map<number, EmulatedOrder>();
  readonly positions = new Map<string, EmulatedPosition>();
  readonly statement: Statement;
  /** Called with each order that changes. */
  onChange: (order: EmulatedOrder) => void = () => undefined;
  closed = false;
  cash = dec(100_000);
  kind: 'margin' | 'cash' | 'pdt' = 'margin';
  /** Dollars of sales that a cash account may not use yet. */
  unsettled = ZERO;
  /** Dollars of the venue's maintenance call. */
  maintenanceCall = ZERO;

  constructor(
    readonly id: string,
    private readonly quirks: Quirks,
    private readonly now: () => Date,
  ) {
    this.statement = new Statement(now);
  }

  add(order: EmulatedOrder): void {
    this.orders.set(order.id, order);
  }

  /** Also finds a leg by its id. */
  find(id: number): EmulatedOrder | null {
    for (const order of this.orders.values()) {
      const found = [order, ...order.legs].find((one) => one.id === id);
      if (found) return found;
    }
    return null;
  }

  /** Every order and leg that may fill now, oldest first. */
  live(): EmulatedOrder[] {
    return [...this.orders.values()].flatMap((order) => [order, ...order.legs]).filter(isLive);
  }

  /** Fills an order in any status, because a venue may report what should not happen. */
  fill(order: EmulatedOrder, quantity: Decimal, price: Decimal): void {
    order.filled = order.filled.plus(quantity);
    order.paid = order.paid.plus(quantity.times(price));
    order.lastPrice = price;
    order.lastQuantity = quantity;
    this.#book(order, quantity, price);
    const complete = order.filled.greaterThanOrEqualTo(order.quantity);
    if (complete) order.pricelessReads = this.quirks.pricelessReads;
    this.become(order, complete ? 'filled' : 'partially_filled');
    this.#afterFill(order, quantity);
  }

  /** The exchange corrects the price of everything that filled, which changes the cost of what is held. */
  correct(order: EmulatedOrder, price: Decimal): void {
    const symbol = tradedSymbol(order);
    const paid = order.filled.times(price);
    const more = paid
      .minus(order.paid)
      .times(multiplier(symbol))
      .times(buys(order) ? 1 : -1);
    this.cash = this.cash.minus(more);
    const held = this.positions.get(symbol);
    if (held && held.quantity.isNegative() !== buys(order))
      held.costBasis = held.costBasis.plus(more);
    Object.assign(order, { paid, lastPrice: price });
  }

  cancel(order: EmulatedOrder, status = 'canceled', reason: string | null = null): void {
    const family = order.parent ?? order;
    const parts = order.legs.length > 0 ? order.legs : this.#canceledWith(order);
    for (const part of parts) if (!isFinal(part)) this.become(part, status, reason);
    this.#settle(family);
  }

  reject(order: EmulatedOrder, reason: string): void {
    this.cancel(order, 'rejected', reason);
    this.become(order, 'rejected', reason);
  }

  become(order: EmulatedOrder, status: string, reason: string | null = null): void {
    order.status = status;
    order.reason = reason ?? order.reason;
    order.changedAt = this.now();
    this.onChange(order);
  }

  /** Closing quantity that resting orders already use; an OCO counts once. */
  claimed(symbol: string, side: string): Decimal {
    let total = ZERO;
    for (const order of this.orders.values()) {
      const legs = order.legs.length > 0 ? order.legs : [order];
      const claims = legs.filter(
        (leg) =>
          tradedSymbol(leg) === symbol && leg.side === side && !isFinal(leg) && !waitsForEntry(leg),
      );
      total = total.plus(largest(claims.map(remaining)));
    }
    return total;
  }

  /** Money that comes or goes other than by orders; the statement has it the day after. */
  journal(type: string, amount: number, description: string): void {
    this.cash = this.cash.plus(amount);
    this.statement.say('', { amount, type, [type]: { description, quantity: 0 } });
  }

  /** Ends a position like the clearing house overnight: no order, only a line in the statement. */
  endPosition(symbol: string, optionType: string, amount: Decimal = ZERO): void {
    const held = this.positions.get(symbol);
    if (!held) throw new Error(`Nothing of ${symbol} is held`);
    this.positions.delete(symbol);
    this.cash = this.cash.plus(amount);
    this.statement.option(symbol, optionType, held.quantity.neg(), amount);
  }

  #canceledWith(order: EmulatedOrder): EmulatedOrder[] {
    return order.parent ? order.parent.legs : [order];
  }

  #afterFill(order: EmulatedOrder, quantity: Decimal): void {
    const { parent } = order;
    if (!parent) return;
    const sibling = siblingOf(order);
    if (!sibling && order === parent.legs[0]) return this.#entryFilled(order);
    if (!sibling) return this.#settle(parent);
    if (isFinal(sibling)) return this.#settle(parent);
    if (order.status === 'filled') return this.#cancelSibling(sibling);
    if (this.quirks.shrinksSibling) sibling.quantity = sibling.quantity.minus(quantity);
    this.become(parent, 'open');
  }

  #entryFilled(entry: EmulatedOrder): void {
    const exits = entry.parent?.legs.filter((leg) => leg !== entry) ?? [];
    if (entry.status === 'filled') for (const exit of exits) this.become(exit, 'open');
  }

  #cancelSibling(sibling: EmulatedOrder): void {
    const finish = () => {
      if (!isFinal(sibling)) this.become(sibling, 'canceled');
      this.#settle(sibling.parent);
    };
    const { siblingCancelMs } = this.quirks;
    if (siblingCancelMs === 0) finish();
    else if (Number.isFinite(siblingCancelMs)) setTimeout(finish, siblingCancelMs).unref();
  }

  /** A parent ends after its legs: filled when an exit filled, otherwise with the exits' status. */
  #settle(parent: EmulatedOrder | null): void {
    if (!parent || parent.legs.length === 0 || !parent.legs.every(isFinal)) return;
    const exits = parent.class.startsWith('oto') ? parent.legs.slice(1) : parent.legs;
    const filled = exits.some((leg) => leg.status === 'filled');
    this.become(parent, filled ? 'filled' : (exits[0]?.status ?? 'canceled'));
  }

  #book(order: EmulatedOrder, quantity: Decimal, price: Decimal): void {
    const symbol = tradedSymbol(order);
    const signed = buys(order) ? quantity : quantity.neg();
    const value = signed.times(price).times(multiplier(symbol));
    this.cash = this.cash.minus(value);
    this.statement.trade(symbol, signed, price, value.neg());
    const held = this.positions.get(symbol) ?? { quantity: ZERO, costBasis: ZERO };
    const after = held.quantity.plus(signed);
    const grows = held.quantity.times(signed).greaterThanOrEqualTo(0);
    const costBasis = grows
      ? held.costBasis.plus(value)
      : held.costBasis.times(after).div(held.quantity);
    if (after.isZero()) this.positions.delete(symbol);
    else this.positions.set(symbol, { quantity: after, costBasis });
  }
}

function siblingOf(order: EmulatedOrder): EmulatedOrder | undefined {
  const legs = order.parent?.legs ?? [];
  const exits = order.parent?.class.startsWith('oto') ? legs.slice(1) : legs;
  return exits.includes(order) ? exits.find((leg) => leg !== order) : undefined;
}

function largest(values: Decimal[]): Decimal {
  return values.reduce((most, value) => (value.greaterThan(most) ? value : most), ZERO);
}
