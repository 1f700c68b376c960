import { sum, type Decimal } from '../../domain/decimal.ts';
import { isToken } from '../../domain/instrument/instrument.ts';
import { feeFor } from '../../domain/matching/fee-schedule.ts';
import { directionOf } from '../../domain/order/order.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import {
  unknown,
  type Course,
  type Entered,
  type Outcome,
  type PartClosed,
  type RecordedMarket,
  type Unknown,
  type WhatIf,
} from './what-if-outcome.ts';

export interface Leaving {
  readonly recorded: Outcome;
  readonly entered: Entered;
  /** The price at which a market takes it; null where that is not within the limit. */
  readonly sold: (market: RecordedMarket, limit: Decimal | null) => Decimal | null;
}

/** How many looks in a row must reach a token's stop. */
const TOKEN_LOOKS = 2;
const NEAR_MS = 60_000;

/** How a trade that was entered ends: at the first changed exit that is reached, or else as it was recorded. */
export function leave(course: Course, asked: WhatIf, leaving: Leaving): Outcome | Unknown {
  const held = marketsHeld(course, leaving);
  for (const [nth, market] of held.entries()) {
    const looks = held.slice(Math.max(0, nth + 1 - TOKEN_LOOKS), nth + 1);
    const exit = exitAt(course, asked, { ...leaving, market, looks });
    if (exit) return closed(course, asked, leaving, exit);
  }
  const unclear = unclearFrom(course, leaving.recorded);
  return unclear ?? asRecorded(course, asked, leaving);
}

/** From when on the outcome is unknown; null where it ended as recorded. */
function unclearFrom({ movedExitsAt, reviewedFrom }: Course, { how }: Outcome): Unknown | null {
  if (movedExitsAt) return unknown(movedExitsAt, 'a person moved its exits');
  return reviewedFrom && how === 'OPEN' ? unknown(reviewedFrom, 'it waits for a person') : null;
}

/** The markets from the fill on, until the trade ended or a person asked for a close or took it in hand. */
function marketsHeld(
  { markets, closeAskedAt, movedExitsAt, reviewedFrom }: Course,
  { entered, recorded: { endedAt } }: Leaving,
): readonly RecordedMarket[] {
  const before = [closeAskedAt, movedExitsAt, reviewedFrom].filter((at) => at !== null);
  return markets.filter(
    ({ at }) => at > entered.at && (!endedAt || at <= endedAt) && before.every((end) => at < end),
  );
}

interface Exit {
  readonly price: Decimal;
  readonly at: Date;
  readonly how: Outcome['how'];
}

interface Look extends Leaving {
  readonly market: RecordedMarket;
  /** The last recorded markets, this one included. */
  readonly looks: readonly RecordedMarket[];
}

/** The changed exit that a market reaches, the stop before the target. */
function exitAt({ trade }: Course, asked: WhatIf, look: Look): Exit | null {
  const { market, looks, sold, entered } = look;
  const { at } = market;
  const { stop, target } = exitsOf(trade, asked, entered);
  const needs = isToken(trade.instrument) ? TOKEN_LOOKS : 1;
  const seen = looks.slice(-needs);
  const isStopped =
    stop && seen.length === needs && seen.every((each) => isBeyond(trade, each, stop));
  const stopped = asked.stopPct && isStopped ? sold(market, null) : null;
  if (stopped) return { price: stopped, at, how: 'STOP' };
  const mayDiffer = asked.takeProfitPct ?? asked.fillModel;
  const gets = mayDiffer && target ? sold(market, target) : null;
  return gets && { price: gets, at, how: 'TARGET' };
}

function isBeyond({ side }: Trade, { bid, ask }: RecordedMarket, stop: Decimal): boolean {
  if (directionOf(side) === 1) return bid.lessThanOrEqualTo(stop);
  return ask?.greaterThanOrEqualTo(stop) === true;
}

/** The exits of the question. A changed stop stays where it is: it trails no more. */
function exitsOf({ bracket, side }: Trade, asked: WhatIf, { price }: Entered) {
  const away = (pct: Decimal, sign: 1 | -1) => price.times(pct.times(sign).div(100).plus(1));
  const direction = directionOf(side);
  return {
    stop: asked.stopPct ? away(asked.stopPct, direction === 1 ? -1 : 1) : bracket.stopLoss,
    target: asked.takeProfitPct ? away(asked.takeProfitPct, direction) : bracket.takeProfit,
  };
}

/** The outcome where no changed exit was reached before the trade ended as recorded. */
function asRecorded(course: Course, asked: WhatIf, leaving: Leaving): Outcome | Unknown {
  const { how, endedAt } = leaving.recorded;
  const moved = { STOP: asked.stopPct, TARGET: asked.takeProfitPct }[how as 'STOP' | 'TARGET'];
  if (moved && endedAt) return unknown(endedAt, 'no market is recorded after it ended');
  return asked.fillModel ? refilled(course, asked, leaving) : leaving.recorded;
}

/** The trade ends when it did, at the price that the other model gives then. */
function refilled(course: Course, asked: WhatIf, leaving: Leaving): Outcome | Unknown {
  const { closeAskedAt } = course;
  const { entered, recorded } = leaving;
  const { how, exit, endedAt } = recorded;
  if (how === 'OPEN') return closed(course, asked, leaving, null);
  if (!exit || !endedAt) return unknown(entered.at, 'no market is recorded after its entry');
  if (how === 'SETTLED') return closed(course, asked, leaving, { price: exit, at: endedAt, how });
  if (how === 'TARGET') return unknown(endedAt, 'its target does not fill at what is recorded');
  const by = how === 'CLOSE' ? (closeAskedAt ?? endedAt) : endedAt;
  const price = soldNear(course, leaving, by);
  return price
    ? closed(course, asked, leaving, { price, at: endedAt, how })
    : unknown(by, NOTHING_NEAR);
}

const NOTHING_NEAR = 'no market is recorded within a minute';

function soldNear({ markets }: Course, { sold }: Leaving, by: Date): Decimal | null {
  const last = markets.findLast(({ at }) => at <= by && by.getTime() - at.getTime() <= NEAR_MS);
  return last ? sold(last, null) : null;
}

/** The outcome, with the parts that a person had closed before; `exit` null: the rest is still held. */
function closed(
  course: Course,
  asked: WhatIf,
  leaving: Leaving,
  exit: Exit | null,
): Outcome | Unknown {
  const { trade } = course;
  const parts = partsBefore(course, asked, { ...leaving, exit });
  if ('unknownFrom' in parts) return parts;
  const { price: entry } = leaving.entered;
  const all = exit ? [...parts, restAt(trade, parts, exit)] : parts;
  const fees = feesOf(course, all, exit);
  if (!fees)
    return unknown(exit?.at ?? leaving.entered.at, 'nobody recorded what a sale of it costs');
  const each = trade.instrument.multiplier * directionOf(trade.side);
  const made = all.map(({ quantity, price }) => price.minus(entry).times(quantity).times(each));
  const sizes = sum(all.map(({ quantity }) => quantity));
  const got = sum(all.map(({ quantity, price }) => quantity.times(price)));
  return {
    entry,
    exit: exit && got.div(sizes),
    endedAt: exit?.at ?? null,
    how: exit?.how ?? 'OPEN',
    net: sum(made).minus(fees),
  };
}

/** The parts closed before, at recorded prices, or at those that another model gives for their moment. */
function partsBefore(
  course: Course,
  { fillModel }: WhatIf,
  { exit, ...leaving }: Leaving & { readonly exit: Exit | null },
): readonly PartClosed[] | Unknown {
  const parts: PartClosed[] = [];
  for (const part of course.parts) {
    if (exit && part.at > exit.at) break;
    const price = fillModel ? soldNear(course, leaving, part.at) : part.price;
    if (!price) return unknown(part.at, NOTHING_NEAR);
    parts.push({ ...part, price });
  }
  return parts;
}

function restAt(trade: Trade, parts: readonly PartClosed[], { at, price }: Exit): PartClosed {
  const gone = sum(parts.map(({ quantity }) => quantity));
  return { at, price, quantity: sizeOf(trade).minus(gone) };
}

function sizeOf({ filledQuantity: filled, quantity }: Trade): Decimal {
  return filled.isZero() ? quantity : filled;
}

/** The fees; a token's are those recorded for its two swaps, null where it made another number of swaps. */
function feesOf(
  { trade, parts }: Course,
  all: readonly PartClosed[],
  exit: Exit | null,
): Decimal | null {
  const { instrument, fees, phase } = trade;
  if (isToken(instrument)) {
    if (!exit) return fees;
    return phase === 'CLOSED' && parts.length === 0 ? fees : null;
  }
  const { assetClass } = instrument;
  const paid = all.filter(({ at }) => exit?.how !== 'SETTLED' || at < exit.at);
  const sides = [sizeOf(trade), ...paid.map(({ quantity }) => quantity)];
  return sum(sides.map((size) => feeFor(assetClass, size)));
}
