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

/** An entry that may need cover, and the PENDING and OPEN trades of its book. */
export interface CoverQuestion {
  /** Where the call would be sold: shares in one account cover no call in another. */
  readonly place: VenueAccount;
  readonly instrument: Instrument;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  readonly activeTrades: readonly TradeAggregate[];
}

/**
 * Whether shares stand behind a call that is sold. Without them its loss has no bound. Null where the
 * entry sells no call. An adjusted contract delivers something that its symbol does not tell, so that no
 * shares are known to cover it.
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

/** Shares of an account that no short call and no working sale lays claim to; negative where calls stand uncovered. */
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

/** Shares that the short calls held in an account would have to deliver beyond those that are held there. */
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

/** Held of the underlying itself; negative where an assignment left them short. */
function sharesOf({ trade }: TradeAggregate, underlying: string): Decimal {
  const { instrument, openQuantity, side } = trade;
  const covers = isShares(instrument) && isSameSymbol(instrument.symbol, underlying);
  return covers ? openQuantity.times(directionOf(side)) : ZERO;
}

/** What working exits of shares would sell: a stop and its target sell once. */
function onSale({ trade, orders }: TradeAggregate): Decimal {
  if (!isShares(trade.instrument)) return ZERO;
  const asked = trade.closeRequest?.quantity ?? ZERO;
  const working = orders
    .filter(({ role, status }) => role !== 'ENTRY' && !isFinal(status))
    .map(({ quantity, filledQuantity }) => quantity.minus(filledQuantity));
  return Decimal.min(trade.openQuantity, Decimal.max(asked, ...working));
}

/** By calls held, and by those whose entry may still fill. */
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
