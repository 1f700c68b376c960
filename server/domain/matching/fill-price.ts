import { dec, type Decimal } from '../decimal.ts';
import type { FillModel } from './fill-model.ts';

export interface TwoSidedMarket {
  readonly bid: Decimal;
  readonly ask: Decimal;
  readonly tick: Decimal;
}

export interface PriceRequest {
  readonly buys: boolean;
  /** Null: a market order, or a stop that has triggered. */
  readonly limit: Decimal | null;
  /** The exit of a bracket rests until the market reaches it, even under INSTANT. */
  readonly rests: boolean;
}

export type PriceAnswer =
  | { readonly price: Decimal; readonly reason: null }
  | { readonly price: null; readonly reason: string };

/** Share of the bid-ask width that a single leg gives up under ORATS: its backtester's default. */
const ORATS_SLIPPAGE = dec('0.75');

/**
 * The price at which a model fills in a two-sided market.
 *
 * TOUCH: the far side, once it touches the limit. MID: the middle, once it is at or inside the limit. CROSS:
 * the far side, once the market has gone through the limit by a tick. ORATS: 75 % of the width from the near
 * side, if within the limit. INSTANT: the limit itself, at once. Market orders take the far side, the middle
 * under MID, the slipped price under ORATS. QUOTE is for tokens only.
 */
export function fillPrice(
  model: FillModel,
  request: PriceRequest,
  market: TwoSidedMarket,
): PriceAnswer {
  if (model === 'QUOTE') return refused('QUOTE fills tokens on executable quotes, nothing else');
  const { limit, buys } = request;
  const price = modelPrice(model, request, market);
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

function modelPrice(
  model: Exclude<FillModel, 'QUOTE'>,
  { buys, limit, rests }: PriceRequest,
  { bid, ask }: TwoSidedMarket,
): Decimal {
  const farSide = buys ? ask : bid;
  switch (model) {
    case 'MID':
      return middle({ bid, ask });
    case 'ORATS':
      return slipped({ bid, ask }, buys);
    case 'INSTANT':
      return limit && !rests ? limit : farSide;
    case 'TOUCH':
    case 'CROSS':
      return farSide;
  }
}

/** The price that a model's own price must be at or inside of, for a limit order to fill. */
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

export function middle({ bid, ask }: Touch): Decimal {
  return bid.plus(ask).div(2);
}

/** 75 % of the width from the near side. */
export function slipped({ bid, ask }: Touch, buys: boolean): Decimal {
  const slip = ask.minus(bid).times(ORATS_SLIPPAGE);
  return buys ? bid.plus(slip) : ask.minus(slip);
}

function refused(reason: string): PriceAnswer {
  return { price: null, reason };
}
