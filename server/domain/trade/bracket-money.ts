import { Decimal, ZERO } from '../decimal.ts';
import { feeFor } from '../matching/fee-schedule.ts';
import { ticketMoney } from './ticket-money.ts';
import { directionOf, entryPriceOf, type Bracket, type Trade } from './trade.ts';

/** What a trade can still lose or win at some exits, in dollars, the exit's fees counted. */
export interface BracketMoney {
  readonly fees: Decimal;
  readonly maxLoss: Decimal | null;
  readonly maxProfit: Decimal | null;
  readonly breakEven: Decimal | null;
}

/**
 * Of what is held, or of the whole ticket before its entry has filled. The stop bounds the loss, to 0
 * where it keeps a gain, and the target the profit, each at its price: a market that jumps over the
 * stop costs more. Without one, the instrument's own bound counts, if it has any.
 */
export function bracketMoney(trade: Trade, { stopLoss, takeProfit }: Bracket): BracketMoney {
  const { instrument } = trade;
  const held = trade.openQuantity.greaterThan(0);
  const quantity = held ? trade.openQuantity : trade.quantity;
  const fees = feeFor(instrument.assetClass, quantity);
  const price = held ? entryPriceOf(trade) : (trade.limitPrice ?? trade.stopPrice);
  if (!price) return { fees, maxLoss: null, maxProfit: null, breakEven: null };
  const priced = { orderType: 'LIMIT', limitPrice: price, stopPrice: null } as const;
  const whole = ticketMoney({ ...ticketOf(trade), ...priced, quantity }, null);
  const size = quantity.times(instrument.multiplier).times(directionOf(trade.side));
  const cost = held ? trade.openCost : price.times(size);
  const gainAt = (exit: Decimal) => exit.times(size).minus(cost).minus(fees);
  return {
    fees,
    maxLoss: stopLoss ? Decimal.max(ZERO, gainAt(stopLoss).neg()) : whole.maxLoss,
    maxProfit: takeProfit ? Decimal.max(ZERO, gainAt(takeProfit)) : whole.maxProfit,
    breakEven: whole.breakEven,
  };
}

function ticketOf({ mode, instrument, side, timeInForce, bracket, context }: Trade) {
  return { mode, instrument, side, timeInForce, bracket, context };
}
