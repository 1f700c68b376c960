import { isSameSymbol } from '../instrument/share-class.ts';
import { Decimal, sum, ZERO } from '../decimal.ts';
import { type Instrument, isShares } from '../instrument/instrument.ts';
import { isAdjusted } from '../instrument/option-product.ts';
import { isFinal } from '../order/order-status.ts';
import { type OrderSide, directionOf } from '../order/order.ts';
import { type TradeAggregate } from '../trade/trade.ts';
import { isIn, type VenueAccount } from '../trade/venue-account.ts';
import { mayStillFill } from './reserved.ts';
import type { RiskCheck } from '../refusal.ts';
import { isShortCall } from './short-call.ts';

/** An entry that may need cover, with the PENDING and OPEN trades of its book. */
export interface CoverQuestion {
  /** The account of the new call: shares in one account cover no call in another. */
  readonly place: VenueAccount;
  readonly instrument: Instrument;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  readonly activeTrades: readonly TradeAggregate[];
}

/**
 * Whether shares cover a call that an entry would sell; an uncovered call has an unlimited loss. Null when the
 * entry sells no call. No shares are known to cover an adjusted contract, because its symbol does not say what
 * it delivers.
 */
export function coverCheck(question: CoverQuestion): RiskCheck | null {
  const { instrument, side, quantity, activeTrades, place } = question;
  if (!isShortCall(instrument, side)) return null;
  const { underlying, multiplier } = instrument;
  const needed = quantity.times(multiplier);
  const free = isAdjusted(instrument)
    ? ZERO
    : Decimal.max(ZERO, freeShares(activeTrades, underlying, place));
  const passed = needed.lessThanOrEqualTo(free);
  const of = `${needed.toFixed()} shares of ${underlying} in this account that cover nothing else and are not on sale`;
  const why = isAdjusted(instrument)
    ? 'no shares are known to cover an adjusted contract'
    : `${free.toFixed()} are free`;
  return {
    ...{ rule: 'COVER', passed, limit: free.toFixed(), actual: needed.toFixed() },
    message: passed
      ? `Covered by ${needed.toFixed()} of ${free.toFixed()} free shares of ${underlying}.`
      : `A short call needs ${of}: ${why}.`,
  };
}

/** Shares of an account that no short call and no working sale needs; negative when calls are uncovered. */
export function freeShares(
  active: readonly TradeAggregate[],
  underlying: string,
  place: VenueAccount,
): Decimal {
  const here = active.filter(isIn(place));
  const held = here.filter((each) => !sharesOf(each, underlying).isZero());
  const free = held.map((each) => sharesOf(each, underlying).minus(onSale(each)));
  return sum(free).minus(sharesOwed(here, underlying));
}

/** Shares missing in an account to deliver on all short calls held there. */
export function sharesShort(
  active: readonly TradeAggregate[],
  underlying: string,
  place: VenueAccount,
): Decimal {
  const here = active.filter(isIn(place));
  const held = sum(here.map((each) => sharesOf(each, underlying)));
  const owed = sum(here.map((each) => owedBy(each, underlying, each.trade.openQuantity)));
  return Decimal.max(ZERO, owed.minus(held));
}

/** Shares held of the underlying; negative after an assignment without enough shares. */
function sharesOf({ trade }: TradeAggregate, underlying: string): Decimal {
  const { instrument, openQuantity, side } = trade;
  const covers = isShares(instrument) && isSameSymbol(instrument.symbol, underlying);
  return covers ? openQuantity.times(directionOf(side)) : ZERO;
}

/** Shares that working exits would sell: a stop and its target sell once. */
function onSale({ trade, orders }: TradeAggregate): Decimal {
  if (!isShares(trade.instrument)) return ZERO;
  const asked = trade.closeRequest?.quantity ?? ZERO;
  const working = orders
    .filter(({ role, status }) => role !== 'ENTRY' && !isFinal(status))
    .map(({ quantity, filledQuantity }) => quantity.minus(filledQuantity));
  return Decimal.min(trade.openQuantity, Decimal.max(asked, ...working));
}

/** Shares owed on calls held, and on calls whose entry may still fill. */
function sharesOwed(active: readonly TradeAggregate[], underlying: string): Decimal {
  return sum(
    active.map((each) =>
      owedBy(each, underlying, each.trade.openQuantity.plus(mayStillFill(each))),
    ),
  );
}

function owedBy({ trade }: TradeAggregate, underlying: string, contracts: Decimal): Decimal {
  const { instrument, side } = trade;
  if (!isShortCall(instrument, side) || !isSameSymbol(instrument.underlying, underlying))
    return ZERO;
  return contracts.times(instrument.multiplier);
}
