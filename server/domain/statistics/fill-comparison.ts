import { sum, type Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { tickSize } from '../instrument/tick-size.ts';
import { fillVersion, type FillModel, type FillRule } from '../matching/fill-model.ts';
import { fillPrice, type PriceAnswer } from '../matching/fill-price.ts';
import { isBuy } from '../order/order.ts';
import type { Calibration } from './calibration.ts';
import { marketAt, type FillSeen, type TwoSided } from './fill-seen.ts';

/** The prices that one model gives a trade's fills, each in the market at that time. Dollars per share or unit. */
export interface ModelFill {
  readonly model: FillModel;
  readonly version: string;
  /** Averages weighted by size; null when a fill has no market, or the model has no price in it. */
  readonly entryPrice: Decimal | null;
  readonly exitPrice: Decimal | null;
  /** Dollars above the mid that the entry would have paid; negative: better than the mid. */
  readonly toMid: Decimal | null;
  /**
   * How much better (positive) or worse the trade would be than with its own fills, in dollars in total;
   * fills without a market stay as they were. Null when the model would not have filled one, or all are
   * unknown.
   */
  readonly difference: Decimal | null;
  /** Why a fill has no price; a refusal by the model comes before a missing market. */
  readonly reason: string | null;
}

export interface FillComparison {
  readonly fills: number;
  /** The number of fills with a market within `MARK_WITHIN_MS`. */
  readonly measured: number;
  /** The market of the first entry fill that has one, and its age. */
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  readonly quoteAgeSeconds: number | null;
  /** Dollars above the mid that the actual entry paid. */
  readonly toMid: Decimal | null;
  readonly models: readonly ModelFill[];
}

/** QUOTE fills tokens only. */
const MODELS = ['TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT'] as const;
const FITTED_LATER = 'Its fit was made of fills up to a later time';
const NO_MARKET = 'No market was seen within a minute of the fill';

interface Beside {
  readonly fill: FillSeen;
  readonly market: TwoSided | null;
}

/**
 * Shadow fills: the same orders at the same times, priced by each model (see `fill-price.ts`). CALIBRATED is
 * included once there is a fit, and prices only fills that are later than those it is fitted to.
 */
export function compareFills(
  fills: readonly FillSeen[],
  instrument: Instrument,
  { fit, from }: Pick<Calibration, 'fit' | 'from'>,
): FillComparison {
  const plain = MODELS.map((fillModel): FillRule => ({ fillModel, fillFit: null }));
  const fitted: FillRule = { fillModel: 'CALIBRATED', fillFit: fit };
  const since = from?.getTime() ?? Infinity;
  const beside = fills.map((fill) => ({ fill, market: marketAt(fill, 0) }));
  const entries = beside.filter(({ fill }) => fill.role === 'ENTRY');
  const first = entries.find(({ market }) => market !== null);
  const shown = first?.market ?? null;
  const own = entries.map((each) => ({ ...each, price: each.fill.price }));
  return {
    fills: fills.length,
    measured: beside.filter(({ market }) => market !== null).length,
    bid: shown?.bid ?? null,
    ask: shown?.ask ?? null,
    quoteAgeSeconds:
      first && shown ? (first.fill.filledAt.getTime() - shown.sourceTime.getTime()) / 1000 : null,
    toMid: awayFromMid(own),
    models: (fit ? [...plain, fitted] : plain).map((rule) =>
      ofModel(rule, beside, instrument, since),
    ),
  };
}

function ofModel(
  rule: FillRule,
  beside: readonly Beside[],
  instrument: Instrument,
  since: number,
): ModelFill {
  const isLater = ({ fill }: Beside) => rule.fillFit === null || fill.filledAt.getTime() >= since;
  const priced = beside.map((each) => (isLater(each) ? each : { ...each, market: null }));
  const answers = priced.map((each) => ({ ...each, ...answer(rule, each, instrument) }));
  const entries = answers.filter(({ fill }) => fill.role === 'ENTRY');
  return {
    model: rule.fillModel,
    version: fillVersion(rule),
    entryPrice: average(entries),
    exitPrice: average(answers.filter(({ fill }) => fill.role !== 'ENTRY')),
    toMid: awayFromMid(entries),
    difference: difference(answers),
    reason:
      beside.every(isLater) || beside.every(({ market }) => market === null)
        ? ((answers.find(isRefused) ?? answers.find(({ reason }) => reason !== null))?.reason ??
          null)
        : FITTED_LATER,
  };
}

function answer(
  { fillModel, fillFit }: FillRule,
  { fill, market }: Beside,
  instrument: Instrument,
): PriceAnswer {
  if (!market) return { price: null, reason: NO_MARKET };
  const { bid, ask } = market;
  const request = {
    buys: isBuy(fill.side),
    limit: fill.limitPrice,
    rests: fill.role === 'STOP_LOSS' || fill.role === 'TAKE_PROFIT',
    fit: fillFit,
  };
  return fillPrice(fillModel, request, { bid, ask, tick: tickSize(instrument, bid) });
}

interface Priced extends Beside {
  readonly price: Decimal | null;
}

/** The average weighted by size; null when a fill has no price, or there are no fills. */
function average(priced: readonly Priced[]): Decimal | null {
  return weighed(priced, ({ price }) => price);
}

function awayFromMid(priced: readonly Priced[]): Decimal | null {
  return weighed(priced, ({ fill, market, price }) => {
    if (!market || !price) return null;
    const above = price.minus(market.bid.plus(market.ask).div(2));
    return isBuy(fill.side) ? above : above.neg();
  });
}

function weighed(
  priced: readonly Priced[],
  valueOf: (each: Priced) => Decimal | null,
): Decimal | null {
  const parts = priced.flatMap((each) => valueOf(each)?.times(each.fill.quantity) ?? []);
  if (parts.length === 0 || parts.length < priced.length) return null;
  return sum(parts).div(sum(priced.map(({ fill }) => fill.quantity)));
}

/** Whether there was a market, but one in which the model would not have traded. */
function isRefused({ market, price }: Priced): boolean {
  return market !== null && price === null;
}

function difference(priced: readonly Priced[]): Decimal | null {
  const parts = priced.flatMap(({ fill, price }) => {
    if (!price) return [];
    const better = isBuy(fill.side) ? fill.price.minus(price) : price.minus(fill.price);
    return [better.times(fill.quantity).times(fill.multiplier)];
  });
  return parts.length === 0 || priced.some(isRefused) ? null : sum(parts);
}
