import type { Decimal } from '../../domain/decimal.ts';
import type { MetOrder } from '../../domain/exits/due-at-desk.ts';
import { dollarsOf } from '../../domain/exits/limit-met.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { paidIn, purchasePrice } from '../../domain/swap/quoted.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import type { Broker } from '../../ports/broker.ts';
import type { SwapQuote } from '../../ports/token-market.ts';
import type { SendOrders } from '../orders/send-orders.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { PriceNeeded, QuotePace } from './quote-pace.ts';
import type { SwapLooks } from './swap-looks.ts';
import type { JudgedPrices } from './token-looks.ts';

/** An entry whose limit is met, by a quote of its own size. */
export interface LimitEntry {
  readonly trade: Trade;
  readonly quote: SwapQuote;
  /** Dollars that it pays. */
  readonly pays: Decimal;
  /** Judged with that quote. */
  readonly judged: JudgedPrice;
}

/** Why such an entry must not be made now, in words; null when it may. */
export type MayEnter = (entry: LimitEntry) => Promise<string | null>;

export interface MetLimit {
  readonly aggregate: TradeAggregate;
  readonly token: Token;
  /** It waits at the desk, and `price` meets its limit. */
  readonly order: MetOrder;
  readonly price: Decimal;
  readonly judged: JudgedPrice;
}

/** Sends limits that wait at the desk once a quote of their size meets them too. */
export class SendAtLimit {
  constructor(
    private readonly deps: Pick<BookDeps, 'tokens' | 'clock'>,
    private readonly sendOrders: SendOrders,
    private readonly looks: SwapLooks,
    private readonly pace: QuotePace,
    private readonly mayEnter: MayEnter,
  ) {}

  /** False: it waits on, or ended meanwhile. */
  async entry(broker: Broker, met: MetLimit): Promise<boolean> {
    const { aggregate, token, order, price } = met;
    const { trade } = aggregate;
    const quote = await this.looks.purchase(
      { token, username: trade.username },
      dollarsOf(trade, price),
    );
    const each = quote && purchasePrice(token, quote);
    if (!quote || !each) return this.#waits(met, null);
    if (each.greaterThan(order.limitPrice)) {
      const needed = price.times(order.limitPrice).div(each);
      return this.#waits(met, { price: needed, orHigher: false });
    }
    const pays = paidIn(quote);
    const ownPrice = await this.deps.tokens.of(token.market).judgedWith(token.symbol, quote);
    const why = await this.mayEnter({ trade, quote, pays, judged: ownPrice });
    if (why !== null) return this.#waits(met, null);
    return (await this.sendOrders.release(broker, aggregate, order.tag, pays)) !== null;
  }

  /** A person’s close at their own limit: it sells for no less, even at a price that is not believed. */
  async close(broker: Broker, met: MetLimit, prices: JudgedPrices): Promise<boolean> {
    const { aggregate, token, order, price } = met;
    const sale = await this.looks.sale(
      { token, username: aggregate.trade.username },
      order.quantity,
      prices,
    );
    if (sale.kind !== 'QUOTED' || sale.price.isZero()) return this.#waits(met, null);
    if (sale.price.lessThan(order.limitPrice)) {
      const needed = price.times(order.limitPrice).div(sale.price);
      return this.#waits(met, { price: needed, orHigher: true });
    }
    return (await this.sendOrders.release(broker, aggregate, order.tag, null)) !== null;
  }

  #waits({ order, judged }: MetLimit, needed: PriceNeeded | null): false {
    this.pace.note(order.id, judged, this.deps.clock.now(), needed);
    return false;
  }
}
