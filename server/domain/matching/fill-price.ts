import type { Decimal } from '../decimal.ts';
import { givenUp, type FillFit, type FillModel } from './fill-model.ts';

export interface TwoSidedMarket {
  readonly bid: Decimal;
  readonly ask: Decimal;
  readonly tick: Decimal;
}

export interface PriceRequest {
  readonly buys: boolean;
  /** Null for a market order, or a stop that has triggered. */
  readonly limit: Decimal | null;
  /** The exit of a bracket rests until the market reaches it, even under INSTANT. */
  readonly rests: boolean;
  /** The fit that CALIBRATED fills by; other models have none. */
  readonly fit?: FillFit | null;
}

export type PriceAnswer =
  | { readonly price: Decimal; readonly reason: null }
  | { readonly price: null; readonly reason: string };

/**
 * The price at which a model fills in a two-sided market.
 *
 * TOUCH: the far side, once it touches the limit. MID: the middle, once it is at or inside the limit. CROSS:
 * the far side, once the market has gone through the limit by a tick. ORATS: 75 % of the width from the near
 * side, if within the limit. CALIBRATED: the fitted share of the width from the near side, if within the limit.
 * INSTANT: the limit itself, at once. Market orders take the far side, the middle under MID, the slipped price
 * under ORATS, the fitted one under CALIBRATED. QUOTE is for tokens only.
 */
export function fillPrice(
  model: FillModel,
  request: PriceRequest,
  market: TwoSidedMarket,
): PriceAnswer {
  if (model === 'QUOTE') return refused('QUOTE fills tokens on executable quotes, nothing else');
  const { limit, buys, fit = null } = request;
  const share = givenUp({ fillModel: model, fillFit: fit }, buys);
  if (share === null) return refused('CALIBRATED has no fit');
  const atLimit = model === 'INSTANT' && limit && !request.rests;
  const price = atLimit ? limit : sharedPrice(market, share, buys);
  if (!limit) return { price, reason: null };
  const bound = fillBound(model, { limit, buys, tick: market.tick });
  if (isWithin(price, bound, buys)) return { price, reason: null };
  const side = buys ? 'above' : 'below';
  return refused(`${price.toFixed()} is ${side} what ${model} needs (${bound.toFixed()})`);
}

/** Whether a buyer pays at most the limit, or a seller gets at least the limit. */
export function isWithin(price: Decimal, limit: Decimal, buys: boolean): boolean {
  return buys ? price.lessThanOrEqualTo(limit) : price.greaterThanOrEqualTo(limit);
}

/** The price that a model's own price must be at or inside, for a limit order to fill. */
export function fillBound(
  model: FillModel,
  {
    limit,
    buys,
    tick,
  }: { readonly limit: Decimal; readonly buys: boolean; readonly tick: Decimal },
): Decimal {
  if (model !== 'CROSS') return limit;
  return buys ? limit.minus(tick) : limit.plus(tick);
}

export type Touch = Pick<TwoSidedMarket, 'bid' | 'ask'>;

export function middle(touch: Touch): Decimal {
  return sharedPrice(touch, 50, true);
}

/** The price that gives up this many percent points of the width, from the near side. */
export function sharedPrice({ bid, ask }: Touch, share: number, buys: boolean): Decimal {
  if (share === 100) return buys ? ask : bid;
  const given = ask.minus(bid).times(share).div(100);
  return buys ? bid.plus(given) : ask.minus(given);
}

function refused(reason: string): PriceAnswer {
  return { price: null, reason };
}
