import { daysToExpiry } from '../calendar/market-calendar.ts';
import type { Columns } from '../columns/columns.ts';
import type { Layout, Row, Shape } from '../columns/layout.ts';
import type { Names } from '../columns/names.ts';
import { isOption, type Instrument } from '../instrument/instrument.ts';
import { tickSize } from '../instrument/tick-size.ts';
import { fillPrice } from '../matching/fill-price.ts';
import { isTradable } from '../matching/scaled-order.ts';
import { isBuy } from '../order/order.ts';
import { VENUES } from '../venue.ts';
import { marketAt, type FillSeen, type TwoSided } from './fill-seen.ts';
import { DTE, hourOf, range } from './segment-keys.ts';
import { FACTS, factsOf, type FactsShape, type TradeFacts } from './trade-facts.ts';

/** Models that need no fit. QUOTE fills tokens only. */
export const PLAIN_MODELS = ['TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT'] as const;
export type PlainModel = (typeof PLAIN_MODELS)[number];

export interface ShadowShape extends Shape {
  /**
   * Dollars per share or unit, NaN where there was no market to fill on: the bid-ask `width`; `given`, how far
   * the fill is beyond the near side; `room`, how far its limit is, Infinity without a limit; and by each
   * model's name how far its fill is from the venue's, NaN also where the model would not have filled.
   */
  readonly numbers: FactsShape['numbers'] | 'filledAt' | 'width' | 'given' | 'room' | PlainModel;
  readonly amounts: never;
  /** `buys`: 1 or 0. `trade`: its id. The other codes are names of ranges. */
  readonly codes: FactsShape['codes'] | 'trade' | 'buys' | 'HOUR' | 'DTE' | 'SPREAD';
}

/** Fills of venues that are not ours, oldest first, each with the models' prices in the market around it. */
export type ShadowColumns = Columns<ShadowShape>;

export const SHADOWS: Layout<ShadowShape> = {
  numbers: [...FACTS.numbers, 'filledAt', 'width', 'given', 'room', ...PLAIN_MODELS],
  amounts: [],
  codes: [...FACTS.codes, 'trade', 'buys', 'HOUR', 'DTE', 'SPREAD'],
  sort: ['filledAt'],
};

/** Ranges of the bid-ask width as a share of the mid. */
export const SPREAD = range(
  [0.02, 0.05, 0.1, 0.2],
  ['Under 2%', '2–5%', '5–10%', '10–20%', '20% and over'],
);

const UNMEASURED = { width: NaN, given: NaN, room: NaN } as const;
const UNPRICED = { TOUCH: NaN, MID: NaN, CROSS: NaN, ORATS: NaN, INSTANT: NaN } as const;

/** The row of a fill. A delayed venue fills on old quotes, so its fills are compared with the market of that time. */
export function shadowRow(
  facts: TradeFacts,
  fill: FillSeen,
  instrument: Instrument,
  names: Names,
): Row<ShadowShape> {
  const { numbers, codes } = factsOf(facts, names);
  const market = fillableMarket(fill, instrument);
  const buys = isBuy(fill.side);
  const days = isOption(instrument) ? daysToExpiry(instrument.expiration, fill.filledAt) : null;
  const spread = market && market.ask.minus(market.bid).div(market.ask.plus(market.bid).div(2));
  return {
    id: facts.id,
    numbers: {
      ...numbers,
      filledAt: fill.filledAt.getTime(),
      ...(market ? measured(fill, market, buys) : UNMEASURED),
      ...(market ? priced(fill, market, instrument) : UNPRICED),
    },
    amounts: {},
    codes: {
      ...codes,
      trade: names.codeOf(facts.id),
      buys: buys ? 1 : 0,
      HOUR: names.codeOf(hourOf(fill.filledAt)),
      DTE: names.codeOf(DTE.nameOf(days)),
      SPREAD: names.codeOf(SPREAD.nameOf(spread && spread.toNumber())),
    },
  };
}

/** The market at the fill; null also for a market in which no model fills anything. */
function fillableMarket(fill: FillSeen, instrument: Instrument): TwoSided | null {
  const market = marketAt(fill, VENUES[fill.venue].delayMs);
  const rules = { twoSided: true, option: isOption(instrument) };
  return market && isTradable(market.bid.toNumber(), market.ask.toNumber(), rules) ? market : null;
}

function measured({ price, limitPrice }: FillSeen, { bid, ask }: TwoSided, buys: boolean) {
  const beyond = (value: FillSeen['price']) => (buys ? value.minus(bid) : ask.minus(value));
  return {
    width: ask.minus(bid).toNumber(),
    given: beyond(price).toNumber(),
    room: limitPrice ? beyond(limitPrice).toNumber() : Infinity,
  };
}

function priced(
  fill: FillSeen,
  { bid, ask }: TwoSided,
  instrument: Instrument,
): Record<PlainModel, number> {
  const market = { bid, ask, tick: tickSize(instrument, fill.limitPrice ?? bid) };
  const rests = fill.role === 'STOP_LOSS' || fill.role === 'TAKE_PROFIT';
  const request = { buys: isBuy(fill.side), limit: fill.limitPrice, rests };
  const errors: Record<PlainModel, number> = { ...UNPRICED };
  for (const model of PLAIN_MODELS) {
    const { price } = fillPrice(model, request, market);
    if (price) errors[model] = price.minus(fill.price).abs().toNumber();
  }
  return errors;
}
