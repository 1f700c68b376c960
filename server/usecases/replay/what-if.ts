import type { Decimal } from '../../domain/decimal.ts';
import { isToken } from '../../domain/instrument/instrument.ts';
import { tickSize } from '../../domain/instrument/tick-size.ts';
import { fillPrice } from '../../domain/matching/fill-price.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import { isBuy } from '../../domain/order/order.ts';
import { entryPriceOf, type Trade } from '../../domain/trade/trade.ts';
import { leave } from './what-if-exit.ts';
import {
  recordedOutcome,
  unknown,
  type Course,
  type Entered,
  type Outcome,
  type RecordedMarket,
  type Unknown,
  type WhatIf,
} from './what-if-outcome.ts';

/**
 * How a trade would have gone under other exits or another fill model, over the markets that were recorded for it.
 * Where they end before the trade does, the outcome is unknown.
 */
export function whatIf(course: Course, asked: WhatIf): Outcome | Unknown {
  const recorded = recordedOutcome(course);
  const { trade, markets } = course;
  const unclear = asked.fillModel && whyNoModel(trade);
  if (unclear) return unknown(trade.openedAt ?? trade.placedAt, unclear);
  const entered = asked.fillModel ? enter(course, asked.fillModel) : enteredAsRecorded(trade);
  if (entered === null)
    return recorded.how === 'NONE'
      ? recorded
      : unknown(markets.at(-1)?.at ?? trade.placedAt, ENTRY);
  const fillModel = asked.fillModel ?? trade.fillModel ?? 'TOUCH';
  const sold = (market: RecordedMarket, limit: Decimal | null) =>
    isToken(trade.instrument) ? fetched(market, limit) : filled(trade, fillModel, market, limit);
  return leave(course, asked, { recorded, entered, sold });
}

const ENTRY = 'no market was recorded at which the entry fills';

/** Why no model can enter it: for another entry the record has no trail, and no quotes of a token’s size. */
function whyNoModel({ trail, instrument }: Trade): string | null {
  if (trail) return 'its stop trails, and from another entry it would trail otherwise';
  return isToken(instrument) ? 'a token is swapped at quotes of its size, by no fill model' : null;
}

function enteredAsRecorded(trade: Trade): Entered | null {
  const price = entryPriceOf(trade);
  return price && { price, at: trade.openedAt ?? trade.placedAt };
}

/** Enters at the first recorded market whose price fills it, as a whole: sizes are not recorded. */
function enter({ trade, markets }: Course, model: FillModel): Entered | null {
  for (const market of markets) {
    const request = { buys: isBuy(trade.side), limit: trade.limitPrice, rests: false };
    const price = priceAt(trade, model, market, request);
    if (price) return { price, at: market.at };
  }
  return null;
}

function filled(
  trade: Trade,
  model: FillModel,
  market: RecordedMarket,
  limit: Decimal | null,
): Decimal | null {
  const request = { buys: !isBuy(trade.side), limit, rests: limit !== null };
  return priceAt(trade, model, market, request);
}

function priceAt(
  { instrument }: Trade,
  model: FillModel,
  { bid, ask }: RecordedMarket,
  request: Parameters<typeof fillPrice>[1],
): Decimal | null {
  if (!ask) return null;
  return fillPrice(model, request, { bid, ask, tick: tickSize(instrument, ask) }).price;
}

function fetched({ bid }: RecordedMarket, limit: Decimal | null): Decimal | null {
  return limit?.greaterThan(bid) ? null : bid;
}
