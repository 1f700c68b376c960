import { entryOrder, exitOrders, type OrderIdentity } from '../../domain/trade/make-order.ts';
import type { Order } from '../../domain/order/order.ts';
import { exitDurationWith } from '../../domain/exits/exit-session.ts';
import { whyNotTaken } from '../../domain/exits/next-step.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { VenueRules } from '../../ports/broker.ts';

/** The order waits at the desk until its price is met. */
export function heldAtDesk(order: Order): Order {
  return { ...order, status: 'ACCEPTED' };
}

/**
 * One bracket request when the venue takes it, also with a lone exit; otherwise only the entry, and the exits
 * after its fill. Where the desk holds limits, a limit waits here and is not sent.
 */
export function entrySubmission(
  trade: Trade,
  rules: VenueRules,
  identity: OrderIdentity,
): readonly Order[] {
  const entry = entryOrder(trade, identity);
  if (!rules.restingOrders) return [trade.orderType === 'LIMIT' ? heldAtDesk(entry) : entry];
  const { bracket, quantity } = trade;
  const timeInForce = exitDurationWith(trade.timeInForce, rules);
  const { stopLoss, takeProfit } = bracket;
  const paired = stopLoss !== null && takeProfit !== null;
  const whole = paired || mayComeAlong(trade, rules);
  const taken = whole && whyNotTaken(bracket, quantity, [], rules, identity.at) === null;
  if (!timeInForce || !taken || (trade.orderType === 'MARKET' && !rules.marketEntryInBracket)) {
    return [entry];
  }
  return [entry, ...exitOrders(trade, bracket, { quantity, timeInForce }, identity)];
}

/** Whether the venue takes the lone exit along: only one above the entry's price. */
function mayComeAlong({ bracket, limitPrice }: Trade, rules: VenueRules): boolean {
  const exit = bracket.stopLoss ?? bracket.takeProfit;
  if (rules.loneExitWithEntry !== 'ABOVE' || !exit || !limitPrice) return false;
  return exit.greaterThan(limitPrice);
}
