import { Decimal, ZERO } from '../decimal.ts';
import { feeFor } from '../matching/fee-schedule.ts';
import type { Ticket } from './ticket.ts';
import { ticketMoney } from './ticket-money.ts';
import { stopBehind } from '../trade/trail-stop.ts';
import { entryPriceOf, type Bracket, type Trade } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';

/** What a trade can still lose or win at given exits, in dollars after the exit's fees. */
export interface BracketMoney extends StopMoney {
  readonly fees: Decimal;
  readonly maxLoss: Decimal | null;
  readonly maxProfit: Decimal | null;
  readonly breakEven: Decimal | null;
}

/** The initial stop, and the dollars lost there with fees; negative for a gain. */
export interface StopMoney {
  readonly stopLoss: Decimal | null;
  readonly lossAtStop: Decimal | null;
}

const UNPRICED = { maxLoss: null, maxProfit: null, breakEven: null, lossAtStop: null };

export const NO_STOP: StopMoney = { stopLoss: null, lossAtStop: null };

/** The stop money of a ticket that enters at `price`: its stop, or the start of its trail. */
export function stopMoney(ticket: Ticket, price: Decimal | null): StopMoney {
  const { bracket, trailingPct, instrument, quantity, side } = ticket;
  const behind = trailingPct && price && stopBehind(ticket, trailingPct, price);
  const stopLoss = bracket.stopLoss ?? behind;
  if (!stopLoss || !price) return { stopLoss, lossAtStop: null };
  const size = quantity.times(instrument.multiplier).times(directionOf(side));
  const fees = feeFor(instrument.assetClass, quantity).times(2);
  return { stopLoss, lossAtStop: price.minus(stopLoss).times(size).plus(fees) };
}

/**
 * The money of the held quantity, or of the whole ticket before its entry has filled. The stop limits the loss
 * (to 0 when it locks in a gain) and the target the profit, each at its own price: a market that gaps past the
 * stop costs more. A trail without a stop starts behind the entry. Without either, the instrument's own bound
 * counts, if any.
 */
export function bracketMoney(trade: Trade, { stopLoss, takeProfit }: Bracket): BracketMoney {
  const { instrument } = trade;
  const held = trade.openQuantity.greaterThan(0);
  const quantity = held ? trade.openQuantity : trade.quantity;
  const fees = feeFor(instrument.assetClass, quantity);
  const price = held ? entryPriceOf(trade) : (trade.limitPrice ?? trade.stopPrice);
  if (!price) return { fees, ...UNPRICED, stopLoss };
  const priced = { orderType: 'LIMIT', limitPrice: price, stopPrice: null } as const;
  const whole = ticketMoney({ ...ticketOf(trade), ...priced, quantity }, null);
  const size = quantity.times(instrument.multiplier).times(directionOf(trade.side));
  const cost = held ? trade.openCost : price.times(size);
  const stop = stopLoss ?? (trade.trail && stopBehind(trade, trade.trail.pct, price));
  const gainAt = (exit: Decimal) => exit.times(size).minus(cost).minus(fees);
  return {
    fees,
    stopLoss: stop,
    lossAtStop: stop && gainAt(stop).neg(),
    maxLoss: stop ? Decimal.max(ZERO, gainAt(stop).neg()) : whole.maxLoss,
    maxProfit: takeProfit ? Decimal.max(ZERO, gainAt(takeProfit)) : whole.maxProfit,
    breakEven: whole.breakEven,
  };
}

function ticketOf({ mode, instrument, side, timeInForce, bracket, trail, context }: Trade) {
  const trailingPct = trail?.pct ?? null;
  return { mode, instrument, side, timeInForce, bracket, trailingPct, context };
}
