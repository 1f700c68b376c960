import { VENUES, type VenueName, QUOTE_DELAY_MS } from '../venue.ts';
import { sum, type Decimal } from '../decimal.ts';
import { isBuy, type OrderRole, type OrderSide } from '../order/order.ts';

/** A market of the trade's own instrument that the desk saw. */
export interface MarketSeen {
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  /** Since when it stood, by its source. */
  readonly sourceTime: Date;
  /** Until when it is known to have stood: its arrival less the delay of its source. */
  readonly stoodAt: Date;
}

/** One execution, with the markets seen around the times at which it is measured. */
export interface FillSeen {
  readonly venue: VenueName;
  readonly role: OrderRole;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  readonly multiplier: number;
  readonly price: Decimal;
  /** The order's limit; null when it took any price. */
  readonly limitPrice: Decimal | null;
  readonly filledAt: Date;
  readonly seen: readonly MarketSeen[];
}

/** The cost of fills against the mid. Positive: paid; negative: better than the mid. */
export interface FillCost {
  readonly fills: number;
  /** The number of fills with a market to measure by; the figures cover only these. */
  readonly measured: number;
  /** Total dollars; null when none was measured. */
  readonly total: Decimal | null;
  /** Dollars in quoted price, per share or share of a contract. */
  readonly perUnit: Decimal | null;
  /** As a share of the summed bid-ask spreads: 0.5 is from the mid to the far side. */
  readonly ofSpread: Decimal | null;
}

/** Fills at venues that fill on old quotes, with a market known at both times. */
export interface DelayCost {
  /** Against the mid at the time of the fill. */
  readonly atFill: FillCost;
  /** Against the earlier mid on which the venue filled. */
  readonly atQuote: FillCost;
  /** The part of `atFill` that came from the market's move in between, in dollars. */
  readonly byDelay: Decimal | null;
  readonly byDelayPerUnit: Decimal | null;
}

export interface FillQuality {
  readonly withinSeconds: number;
  readonly delaySeconds: number;
  readonly all: FillCost;
  readonly entries: FillCost;
  readonly exits: FillCost;
  /** Fills with a spread under 5 % of the mid. */
  readonly tight: FillCost;
  readonly delay: DelayCost;
}

/** A market counts when it is known to have stood within this distance of the time. */
export const MARK_WITHIN_MS = 60_000;
const TIGHT = 0.05;
const DIGITS = 6;

interface Measured {
  readonly fill: FillSeen;
  readonly units: Decimal;
  readonly cost: Decimal;
  readonly mid: Decimal;
  readonly spread: Decimal;
}

/** Implementation shortfall against the arrival mid of each fill (Perold 1988), signed so that + is a cost. */
export function fillQuality(fills: readonly FillSeen[]): FillQuality {
  const measured = fills.flatMap((fill) => measure(fill, 0) ?? []);
  const isEntry = ({ role }: FillSeen) => role === 'ENTRY';
  const part = (which: (fill: FillSeen) => boolean) =>
    costOf(
      fills.filter(which).length,
      measured.filter(({ fill }) => which(fill)),
    );
  const tight = measured.filter(({ mid, spread }) => spread.lessThan(mid.times(TIGHT)));
  return {
    withinSeconds: MARK_WITHIN_MS / 1000,
    delaySeconds: QUOTE_DELAY_MS / 1000,
    all: costOf(fills.length, measured),
    entries: part(isEntry),
    exits: part((fill) => !isEntry(fill)),
    tight: costOf(tight.length, tight),
    delay: delayCost(fills),
  };
}

function delayCost(fills: readonly FillSeen[]): DelayCost {
  const late = fills.filter(({ venue }) => VENUES[venue].delayMs > 0);
  const both = late.flatMap((fill) => {
    const now = measure(fill, 0);
    const then = measure(fill, QUOTE_DELAY_MS);
    return now && then ? [{ now, then }] : [];
  });
  const atFill = costOf(
    late.length,
    both.map(({ now }) => now),
  );
  const atQuote = costOf(
    late.length,
    both.map(({ then }) => then),
  );
  const byDelay = atFill.total && atQuote.total && atFill.total.minus(atQuote.total);
  const units = sum(both.map(({ now }) => now.units));
  return { atFill, atQuote, byDelay, byDelayPerUnit: byDelay && over(byDelay, units) };
}

/** A market with both sides. */
export interface TwoSided {
  readonly bid: Decimal;
  readonly ask: Decimal;
  readonly sourceTime: Date;
}

/** The market `agoMs` before the fill: the last that began by then; null when none was seen close enough. */
export function marketAt(fill: FillSeen, agoMs: number): TwoSided | null {
  const at = fill.filledAt.getTime() - agoMs;
  const last = fill.seen
    .filter(
      ({ sourceTime, stoodAt }) =>
        sourceTime.getTime() <= at && Math.abs(at - stoodAt.getTime()) <= MARK_WITHIN_MS,
    )
    .sort((a, b) => b.sourceTime.getTime() - a.sourceTime.getTime())[0];
  if (!last?.bid || !last.ask || last.bid.lessThanOrEqualTo(0) || last.ask.lessThan(last.bid)) {
    return null;
  }
  return { bid: last.bid, ask: last.ask, sourceTime: last.sourceTime };
}

function measure(fill: FillSeen, agoMs: number): Measured | null {
  const market = marketAt(fill, agoMs);
  if (!market) return null;
  const mid = market.bid.plus(market.ask).div(2);
  const units = fill.quantity.times(fill.multiplier);
  const away = isBuy(fill.side) ? fill.price.minus(mid) : mid.minus(fill.price);
  return { fill, units, cost: away.times(units), mid, spread: market.ask.minus(market.bid) };
}

function costOf(fills: number, measured: readonly Measured[]): FillCost {
  const known = measured.length > 0;
  const total = sum(measured.map(({ cost }) => cost));
  const units = sum(measured.map((each) => each.units));
  const spreads = sum(measured.map(({ spread, units: size }) => spread.times(size)));
  return {
    fills,
    measured: measured.length,
    total: known ? total : null,
    perUnit: known ? over(total, units) : null,
    ofSpread: known ? over(total, spreads) : null,
  };
}

function over(total: Decimal, by: Decimal): Decimal | null {
  return by.isZero() ? null : total.div(by).toDecimalPlaces(DIGITS);
}
