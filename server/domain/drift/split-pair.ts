import { Decimal, ZERO } from '../decimal.ts';
import { isBuy } from '../order/order.ts';
import { splitOf, type DriftSplit } from './drift-cause.ts';
import { netOf, type DriftLeg, type DriftResult, type DriftTrade } from './drift-trade.ts';

/** A trade that has ended. */
export type EndedTrade = DriftTrade & { readonly result: DriftResult };

/** Digits kept of a part that has no finite decimal form. */
const DIGITS = 12;

/**
 * Each cause's part of the difference between a trade and its reference, in this order. The size, at the
 * reference's prices. Then for entry and exit, at the trade's own size: the market's move between the two
 * instants (FEED_DELAY takes the share of that time for which the source was late), and the rest of the price.
 * Then the fees. When the move is unknown, the whole difference of that price is UNEXPLAINED.
 */
export function splitPair(expected: EndedTrade, actual: EndedTrade): DriftSplit {
  const cost = sized(expected.cost, expected, actual);
  const proceeds = sized(expected.result.proceeds, expected, actual);
  const entry = priceParts(
    { leg: expected.leg, money: cost.negated() },
    { leg: actual.leg, money: actual.cost.negated() },
    directed(actual, -1),
  );
  const exit = priceParts(
    { leg: expected.result.leg, money: proceeds },
    { leg: actual.result.leg, money: actual.result.proceeds },
    directed(actual, 1),
  );
  return splitOf(netOf(actual).minus(netOf(expected)), {
    SIZE: proceeds.minus(cost).minus(expected.result.proceeds.minus(expected.cost)),
    TIMING: entry.timing.plus(exit.timing),
    FEED_DELAY: entry.delay.plus(exit.delay),
    ENTRY_PRICE: entry.price,
    EXIT_PRICE: exit.price,
    FEES: expected.result.fees.minus(actual.result.fees),
  });
}

/** Dollars that the trade's money changes by when the market rises by one dollar. */
function directed({ side, quantity, multiplier }: DriftTrade, sign: 1 | -1): Decimal {
  return quantity.times(multiplier).times(isBuy(side) ? sign : -sign);
}

/** The reference's money, scaled to the trade's own size. */
function sized(money: Decimal, expected: DriftTrade, actual: DriftTrade): Decimal {
  if (expected.quantity.equals(actual.quantity)) return money;
  return rounded(money.times(actual.quantity).div(expected.quantity));
}

/** An entry or exit of one side: the money that it moved, and when. */
interface Side {
  readonly leg: DriftLeg;
  readonly money: Decimal;
}

const NOTHING = { timing: ZERO, delay: ZERO, price: ZERO };

function priceParts(expected: Side, actual: Side, units: Decimal): typeof NOTHING {
  const move = moveBetween(expected.leg, actual.leg);
  if (!move) return NOTHING;
  const moved = move.times(units);
  const delay = rounded(moved.times(lateShare(expected.leg, actual.leg)));
  return {
    timing: moved.minus(delay),
    delay,
    price: actual.money.minus(expected.money).minus(moved),
  };
}

/** The market's move from one leg to the other; null: unknown. */
function moveBetween(expected: DriftLeg, actual: DriftLeg): Decimal | null {
  if (expected.at === null || actual.at === null) return null;
  if (expected.at === actual.at) return ZERO;
  return expected.market && actual.market && actual.market.minus(expected.market);
}

/** The share of the time between the legs for which the source was late, from 0 to 1. */
function lateShare(expected: DriftLeg, actual: DriftLeg): Decimal {
  const between = (actual.at ?? 0) - (expected.at ?? 0);
  const late = Math.max(0, actual.lateMs);
  return between <= 0 ? ZERO : new Decimal(Math.min(late, between)).div(between);
}

function rounded(value: Decimal): Decimal {
  return value.toDecimalPlaces(DIGITS, Decimal.ROUND_HALF_EVEN);
}
