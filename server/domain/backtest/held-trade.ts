import { dec } from '../decimal.ts';
import { tickSize } from '../instrument/tick-size.ts';
import { givenUp, type FillRule } from '../matching/fill-model.ts';
import type { ScaledOrder, ScaledPrice } from '../matching/scaled-order.ts';
import type { OrderSide } from '../order/order.ts';
import type { TradeStatus } from '../trade/trade-status.ts';
import { PRICE_DIGITS, readExact } from './exact.ts';
import type { NamedInstrument } from '../bars/instrument-of.ts';
import { inUnits, type OrderPrice } from './order-price.ts';
import type { Exit, TradeTerms } from './trade-terms.ts';

/** The part of a market that its trades read. */
export interface Place {
  readonly symbol: string;
  readonly instrument: NamedInstrument;
  /** Decimal places of the units of prices that orders meet. */
  readonly digits: number;
  readonly bid: number;
  readonly ask: number;
  readonly bidSize: number;
  readonly askSize: number;
  /** When its quote came; NaN: no quote yet. */
  readonly quoteAt: number;
  /** Whether its quote may trigger and fill. */
  readonly tradable: boolean;
  /** Whether orders fill on quotes, and not on bars. */
  readonly quoted: boolean;
  /** The last price in units of `markDigits`; NaN: none yet. */
  readonly mark: number;
  readonly markDigits: number;
  /** The quantity held, signed, in `QUANTITY_DIGITS`. */
  net: bigint;
  /** Waiting and open trades, oldest first. */
  trades: readonly HeldTrade[];
}

/** One trade from its order to its end. Amounts are in the digits of `Costs`. */
export class HeldTrade {
  readonly buys: boolean;
  readonly entry: ScaledOrder;
  /** The entry's limit in the market's units; null: at the market. */
  readonly limitUnits: ScaledPrice | null;
  stop: Exit | null = null;
  target: Exit | null;
  stopHit = false;
  /** The best price for the trail since the fill, in the market's units. */
  best = Number.NaN;
  filled = 0n;
  exited = 0n;
  entryValue = 0n;
  exitValue = 0n;
  fees = 0n;
  entryPrice = 0n;
  exitPrice = 0n;
  entryFills = 0;
  exitFills = 0;
  entryAt = Number.NaN;
  exitAt = Number.NaN;
  entryFillAt = -Infinity;
  exitFillAt = -Infinity;
  /** Whether the entry may still fill. */
  waits = true;
  /** When a close at the market was asked for, as a number in the order of all events; -1: it was not. */
  closing = -1;
  reason: TradeStatus = 'MANUAL_CLOSE';
  /** The start of the bar in which a limit entry filled. */
  limitBar = Number.NaN;
  /** The middle of the quotes of its last fill, in dollars; null: it was not asked for, or there was none. */
  entryMarket: string | null = null;
  exitMarket: string | null = null;
  /** Dollars that a short needs in addition to its proceeds, in the digits of `Costs`. */
  reserve = 0n;

  constructor(
    readonly market: Place,
    readonly side: OrderSide,
    readonly terms: TradeTerms,
    private readonly rule: FillRule,
    /** The trade's number in the order of all events. */
    readonly placed: number,
    readonly placedAt: number,
  ) {
    this.buys = side.startsWith('BUY');
    const { limit, stop, target } = terms;
    this.entry = this.#order(this.buys, limit, false);
    this.limitUnits = limit && inUnits(limit.exact, market.digits);
    this.target = target && this.#exit(target, 'limit');
    if (stop) this.setStop(stop);
  }

  get open(): bigint {
    return this.filled - this.exited;
  }

  setStop(price: OrderPrice): void {
    this.stop = this.#exit(price, 'stop');
  }

  /** An order that closes the trade at the market. */
  get close(): ScaledOrder {
    return this.#order(!this.buys, null, false);
  }

  #exit(price: OrderPrice, kind: 'limit' | 'stop'): Exit {
    const units = inUnits(price.exact, this.market.digits);
    const limit = kind === 'limit' ? price : null;
    const order = this.#order(!this.buys, limit, true);
    return { price, units, order: kind === 'stop' ? { ...order, stop: units } : order };
  }

  #order(buys: boolean, limit: OrderPrice | null, rests: boolean): ScaledOrder {
    const bound = limit && this.#bound(buys, limit);
    const share = givenUp(this.rule, buys) ?? Number.NaN;
    return { buys, model: this.rule.fillModel, rests, share, bound, stop: null };
  }

  #bound(buys: boolean, { exact, text }: OrderPrice): ScaledPrice {
    if (this.rule.fillModel !== 'CROSS') return inUnits(exact, this.market.digits, 100n);
    const tick = tickSize(this.market.instrument.instrument, dec(text)).toFixed();
    const step = readExact(tick, PRICE_DIGITS) ?? 0n;
    return inUnits(buys ? exact - step : exact + step, this.market.digits, 100n);
  }
}
