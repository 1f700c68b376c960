import { shareOf, ZERO, type Decimal } from '../decimal.ts';
import { type Trade } from './trade.ts';
import { directionOf } from '../order/order.ts';

/** One execution for the ledger: unsigned quantity, its value before the multiplier and its fee in dollars. */
export interface Execution {
  readonly quantity: Decimal;
  readonly value: Decimal;
  readonly fee: Decimal;
}

/** An execution without a fee at a price per unit. */
export function executionAt(quantity: Decimal, price: Decimal): Execution {
  return { quantity, value: quantity.times(price), fee: ZERO };
}

/** Folds an entry fill into the trade: cash out (or in, for a short), cost up. */
export function applyEntryFill(trade: Trade, { quantity, value, fee }: Execution): Trade {
  const cost = moneyOf(trade, value);
  return {
    ...trade,
    filledQuantity: trade.filledQuantity.plus(quantity),
    openQuantity: trade.openQuantity.plus(quantity),
    entryCost: trade.entryCost.plus(cost),
    openCost: trade.openCost.plus(cost),
    fees: trade.fees.plus(fee),
    cashFlow: trade.cashFlow.minus(cost).minus(fee),
  };
}

/**
 * Folds an exit fill into the trade: its share of the cost comes out and the difference is realised.
 * @throws RangeError when the fill exceeds the position.
 */
export function applyExitFill(trade: Trade, { quantity, value, fee }: Execution): Trade {
  if (quantity.greaterThan(trade.openQuantity)) {
    throw new RangeError(`Exit of ${quantity} exceeds the ${trade.openQuantity} held.`);
  }
  const proceeds = moneyOf(trade, value);
  const costOut = shareOf(trade.openCost, quantity, trade.openQuantity);
  return {
    ...trade,
    openQuantity: trade.openQuantity.minus(quantity),
    openCost: trade.openCost.minus(costOut),
    exitedQuantity: trade.exitedQuantity.plus(quantity),
    exitProceeds: trade.exitProceeds.plus(proceeds),
    realizedPnl: trade.realizedPnl.plus(proceeds.minus(costOut)),
    fees: trade.fees.plus(fee),
    cashFlow: trade.cashFlow.plus(proceeds).minus(fee),
  };
}

/** Books a fee that came without a fill, or after it. */
export function applyFee(trade: Trade, fee: Decimal): Trade {
  return { ...trade, fees: trade.fees.plus(fee), cashFlow: trade.cashFlow.minus(fee) };
}

/** Adds `more` dollars to the entry cost. The share of what is no longer held is realised as a loss. */
export function correctEntryCost(trade: Trade, more: Decimal): Trade {
  const { openQuantity, filledQuantity } = trade;
  const held = shareOf(more, openQuantity, filledQuantity);
  return {
    ...trade,
    entryCost: trade.entryCost.plus(more),
    openCost: trade.openCost.plus(held),
    realizedPnl: trade.realizedPnl.minus(more.minus(held)),
    cashFlow: trade.cashFlow.minus(more),
  };
}

/** Adds `more` dollars to the exit proceeds. */
export function correctExitProceeds(trade: Trade, more: Decimal): Trade {
  return {
    ...trade,
    exitProceeds: trade.exitProceeds.plus(more),
    realizedPnl: trade.realizedPnl.plus(more),
    cashFlow: trade.cashFlow.plus(more),
  };
}

/** Dollars, signed by the trade's direction: what a long pays at entry and gets at exit. */
function moneyOf(trade: Trade, value: Decimal): Decimal {
  return value.times(trade.instrument.multiplier).times(directionOf(trade.side));
}
