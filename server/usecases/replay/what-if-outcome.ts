import type { Decimal } from '../../domain/decimal.ts';
import { tickSize } from '../../domain/instrument/tick-size.ts';
import { feeFor } from '../../domain/matching/fee-schedule.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import { fillPrice } from '../../domain/matching/fill-price.ts';
import { directionOf, isBuy } from '../../domain/order/order.ts';
import { netPnlOf } from '../../domain/trade/trade-figures.ts';
import { entryPriceOf, exitPriceOf, type Trade } from '../../domain/trade/trade.ts';

/** What is asked to be otherwise; null: as it was. */
export interface WhatIf {
  readonly fillModel: Exclude<FillModel, 'QUOTE' | 'CALIBRATED'> | null;
  /** Percent points between the entry's price and the stop. */
  readonly stopPct: Decimal | null;
  /** Percent points between the entry's price and the target. */
  readonly takeProfitPct: Decimal | null;
}

/** A market of the trade's instrument that was recorded. */
export interface RecordedMarket {
  readonly at: Date;
  readonly bid: Decimal;
  readonly ask: Decimal;
}

/** A trade that was placed in the span at a simulated venue, with all that was recorded of its market. */
export interface Course {
  /** As it stood at the end of the span. */
  readonly trade: Trade;
  /** Oldest first. */
  readonly markets: readonly RecordedMarket[];
  /** When a person first asked for a close; null: nobody has. */
  readonly closeAskedAt: Date | null;
  readonly closedInPart: boolean;
  readonly movedExits: boolean;
}

export interface Outcome {
  readonly entry: Decimal | null;
  readonly exit: Decimal | null;
  readonly endedAt: Date | null;
  /** STOP, TARGET, CLOSE or SETTLED; OPEN: it was held at the end; NONE: nothing was bought. */
  readonly how: 'STOP' | 'TARGET' | 'CLOSE' | 'SETTLED' | 'OPEN' | 'NONE';
  /** Dollars realised, fees off. */
  readonly net: Decimal;
}

/** The record does not tell how it goes on. */
export interface Unknown {
  readonly unknownFrom: Date;
  readonly why: string;
}

export function recordedOutcome({ trade, closeAskedAt }: Course): Outcome {
  const entry = entryPriceOf(trade);
  const exit = trade.phase === 'CLOSED' ? exitPriceOf(trade) : null;
  const how = entry === null ? 'NONE' : howEnded(trade, closeAskedAt);
  return { entry, exit, endedAt: trade.closedAt, how, net: netPnlOf(trade) };
}

function howEnded({ phase, status, settlement }: Trade, asked: Date | null): Outcome['how'] {
  if (phase !== 'CLOSED') return 'OPEN';
  if (settlement) return 'SETTLED';
  if (status === 'SL_HIT') return 'STOP';
  return status === 'TP_HIT' && asked === null ? 'TARGET' : 'CLOSE';
}

/**
 * How a trade would have gone under other exits or another fill model, over the markets that were recorded of it.
 * Where they end before it does, nobody knows.
 */
export function whatIf(course: Course, asked: WhatIf): Outcome | Unknown {
  const recorded = recordedOutcome(course);
  const { trade, markets } = course;
  const unclear = whyUnclear(course);
  if (unclear) return { unknownFrom: trade.openedAt ?? trade.placedAt, why: unclear };
  const entered = asked.fillModel ? enter(course, asked.fillModel) : enteredAsRecorded(trade);
  if (entered === null)
    return recorded.how === 'NONE'
      ? recorded
      : unknown(markets.at(-1)?.at ?? trade.placedAt, ENTRY);
  return leave(course, asked, recorded, entered);
}

const ENTRY = 'no market was recorded at which the entry fills';

function whyUnclear({ trade, closedInPart, movedExits }: Course): string | null {
  if (trade.trail) return 'its stop trails, and the path between two looks is not recorded';
  if (closedInPart) return 'it was closed in part';
  if (movedExits) return 'a person moved its exits';
  if (trade.status === 'NEEDS_REVIEW') return 'it waits for a person';
  return null;
}

interface Entered {
  readonly price: Decimal;
  readonly at: Date;
}

function enteredAsRecorded(trade: Trade): Entered | null {
  const price = entryPriceOf(trade);
  return price && { price, at: trade.openedAt ?? trade.placedAt };
}

/** At the first recorded market that fills it whole: how much stood there is not recorded. */
function enter({ trade, markets }: Course, model: FillModel): Entered | null {
  const buys = isBuy(trade.side);
  for (const market of markets) {
    const tick = tickSize(trade.instrument, market.ask);
    const request = { buys, limit: trade.limitPrice, rests: false };
    const { price } = fillPrice(model, request, { ...market, tick });
    if (price) return { price, at: market.at };
  }
  return null;
}

interface Exits {
  readonly stop: Decimal | null;
  readonly target: Decimal | null;
}

function exitsOf({ bracket, side }: Trade, asked: WhatIf, { price }: Entered): Exits {
  const away = (pct: Decimal, sign: 1 | -1) => price.times(pct.times(sign).div(100).plus(1));
  const direction = directionOf(side);
  return {
    stop: asked.stopPct ? away(asked.stopPct, direction === 1 ? -1 : 1) : bracket.stopLoss,
    target: asked.takeProfitPct ? away(asked.takeProfitPct, direction) : bracket.takeProfit,
  };
}

interface Leaving {
  readonly recorded: Outcome;
  readonly entered: Entered;
  readonly exits: Exits;
  /** What a market gives for it; null where that is not within the limit. */
  readonly sold: (market: RecordedMarket, limit: Decimal | null) => Decimal | null;
}

function leave(
  course: Course,
  asked: WhatIf,
  recorded: Outcome,
  entered: Entered,
): Outcome | Unknown {
  const { trade } = course;
  const fillModel = asked.fillModel ?? trade.fillModel ?? 'TOUCH';
  const buys = !isBuy(trade.side);
  const leaving: Leaving = {
    ...{ recorded, entered, exits: exitsOf(trade, asked, entered) },
    sold: (market, limit) => {
      const tick = tickSize(trade.instrument, market.ask);
      return fillPrice(fillModel, { buys, limit, rests: limit !== null }, { ...market, tick })
        .price;
    },
  };
  for (const market of marketsHeld(course, leaving)) {
    const exit = exitAt(market, trade, asked, leaving);
    if (exit) return exit;
  }
  return asRecorded(course, asked, leaving);
}

/** From the fill on, until it ended or a person asked for a close. */
function marketsHeld(
  { markets, closeAskedAt }: Course,
  { entered, recorded }: Leaving,
): readonly RecordedMarket[] {
  const { endedAt } = recorded;
  return markets.filter(
    ({ at }) =>
      at > entered.at && (!endedAt || at <= endedAt) && (!closeAskedAt || at < closeAskedAt),
  );
}

/** The exit that was asked to be otherwise and that a market reaches, the stop before the target. */
function exitAt(
  market: RecordedMarket,
  trade: Trade,
  asked: WhatIf,
  { entered, exits: { stop, target }, sold }: Leaving,
): Outcome | null {
  const long = directionOf(trade.side) === 1;
  const isStopped = (at: Decimal) =>
    long ? market.bid.lessThanOrEqualTo(at) : market.ask.greaterThanOrEqualTo(at);
  const stopped = asked.stopPct && stop && isStopped(stop) ? sold(market, null) : null;
  if (stopped) return ended(trade, entered, { exit: stopped, endedAt: market.at, how: 'STOP' });
  const mayDiffer = asked.takeProfitPct ?? asked.fillModel;
  const gets = mayDiffer && target ? sold(market, target) : null;
  return gets && ended(trade, entered, { exit: gets, endedAt: market.at, how: 'TARGET' });
}

function ended(
  trade: Trade,
  { price: entry }: Entered,
  end: Pick<Outcome, 'endedAt' | 'how'> & { readonly exit: Decimal },
): Outcome {
  return { entry, ...end, net: netOf(trade, entry, end.exit, end.how === 'SETTLED') };
}

/** Nothing that was asked to be otherwise happened before the trade ended as recorded. */
function asRecorded(course: Course, asked: WhatIf, leaving: Leaving): Outcome | Unknown {
  const { how, endedAt } = leaving.recorded;
  const moved = { STOP: asked.stopPct, TARGET: asked.takeProfitPct }[how as 'STOP' | 'TARGET'];
  if (moved && endedAt) return unknown(endedAt, 'no market is recorded after it ended');
  return asked.fillModel ? refilled(course, leaving) : leaving.recorded;
}

/** It ends when it did, at what the other model gives then. */
function refilled({ trade, markets, closeAskedAt }: Course, leaving: Leaving): Outcome | Unknown {
  const { recorded, entered, sold } = leaving;
  const { how, exit, endedAt } = recorded;
  if (how === 'OPEN')
    return { ...recorded, entry: entered.price, net: netOf(trade, entered.price, null, false) };
  if (!exit || !endedAt) return unknown(entered.at, 'no market is recorded after its entry');
  if (how === 'SETTLED') return ended(trade, entered, { exit, endedAt, how });
  if (how === 'TARGET') return unknown(endedAt, 'its target does not fill at what is recorded');
  const by = how === 'CLOSE' ? (closeAskedAt ?? endedAt) : endedAt;
  const last = markets.findLast(({ at }) => at <= by && by.getTime() - at.getTime() <= NEAR_MS);
  const price = last && sold(last, null);
  return price
    ? ended(trade, entered, { exit: price, endedAt, how })
    : unknown(by, 'no market is recorded within a minute');
}

const NEAR_MS = 60_000;

function netOf(trade: Trade, entry: Decimal, exit: Decimal | null, settled: boolean): Decimal {
  const { instrument, filledQuantity: filled, quantity, side } = trade;
  const size = filled.isZero() ? quantity : filled;
  const fee = feeFor(instrument.assetClass, size);
  const made = exit
    ? exit.minus(entry).times(size).times(instrument.multiplier).times(directionOf(side))
    : entry.times(0);
  return made.minus(fee).minus(exit && !settled ? fee : 0);
}

function unknown(unknownFrom: Date, why: string): Unknown {
  return { unknownFrom, why };
}
