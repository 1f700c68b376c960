import {
  AT_LIMIT,
  hasReachedStop,
  isFresh,
  scaledFill,
  type ScaledOrder,
} from '../matching/scaled-order.ts';
import { power, PRICE_DIGITS, QUANTITY_DIGITS, readExact } from './exact.ts';
import type { Fills } from './fills.ts';
import { middleText } from './follow-record.ts';
import type { HeldTrade, Place } from './held-trade.ts';

/** The touch refills this long after an order has taken part of it, as at the simulated venue. */
const REFILL_MS = 1000;

/** Fills on quotes, by the rules of `matching-engine.ts` and `match-venue.ts`. */
export class QuoteFills {
  /** `notes`: whether trades record the market in which they filled. */
  constructor(
    private readonly fills: Fills,
    private readonly notes: boolean,
  ) {}

  /** Matches the orders of these trades with the present quote: stops first, then by age. */
  meet(market: Place, trades: readonly HeldTrade[], at: number): void {
    if (trades.length === 0 || !this.#trusts(market, at)) return;
    const taken: Taken = { bid: 0n, ask: 0n };
    const held = trades.filter((trade) => trade.open > 0n);
    const guarded = held.filter(({ stop, closing }) => stop && closing < 0);
    const stopped = guarded.filter((trade) => this.#stops(trade, at, taken));
    for (const trade of trades) {
      if (trade.waits) this.#enter(trade, at, taken);
      if (!held.includes(trade) || stopped.includes(trade) || trade.open === 0n) continue;
      if (trade.closing >= 0) this.#exit(trade, trade.close, null, at, taken, 'MANUAL_CLOSE');
      else if (trade.target)
        this.#exit(trade, trade.target.order, trade.target.price.exact, at, taken, 'TP_HIT');
    }
    for (const trade of trades) {
      if (trade.terms.trailPct && trade.open > 0n)
        this.fills.follow(trade, trade.buys ? market.bid : market.ask);
    }
  }

  /** Whether PAPER would trust the present quote. */
  #trusts(market: Place, at: number): boolean {
    if (!market.tradable) return false;
    const fresh = isFresh(market.quoteAt, at);
    if (!fresh) this.fills.account.ledger.warn(tooOld(market.symbol));
    return fresh;
  }

  /** Whether the stop acted. */
  #stops(trade: HeldTrade, at: number, taken: Taken): boolean {
    const { market, stop } = trade;
    if (!hasReachedStop(stop!.order, market.bid, market.ask, trade.stopHit)) return false;
    trade.stopHit = true;
    return this.#exit(trade, stop!.order, null, at, taken, 'SL_HIT');
  }

  #enter(trade: HeldTrade, at: number, taken: Taken): void {
    const limit = trade.terms.limit?.exact ?? null;
    const left = trade.terms.quantity - trade.filled;
    const fill = fillOf(trade.entryFillAt, trade, trade.entry, limit, left, at, taken);
    if (!fill || !this.fills.enter(trade, fill.quantity, fill.price, at, false)) return;
    take(trade.buys, fill.quantity, taken);
    trade.entryFillAt = at;
    if (this.notes) trade.entryMarket = middleText(trade.market);
  }

  #exit(
    trade: HeldTrade,
    order: ScaledOrder,
    limit: bigint | null,
    at: number,
    taken: Taken,
    reason: 'SL_HIT' | 'TP_HIT' | 'MANUAL_CLOSE',
  ): boolean {
    const fill = fillOf(trade.exitFillAt, trade, order, limit, trade.open, at, taken);
    if (!fill) return false;
    const { account } = this.fills;
    const price = account.costs.fillPrice(fill.price, order.buys, false);
    if (this.notes) trade.exitMarket = middleText(trade.market);
    account.exit(trade, fill.quantity, price, at, reason);
    take(order.buys, fill.quantity, taken);
    trade.exitFillAt = at;
    return true;
  }
}

function tooOld(symbol: string): string {
  return `An order in ${symbol} waits for a new quote: the last one is more than 15 minutes old`;
}

/** What earlier orders took of this quote. */
interface Taken {
  bid: bigint;
  ask: bigint;
}

function take(buys: boolean, quantity: bigint, taken: Taken): void {
  if (buys) taken.ask += quantity;
  else taken.bid += quantity;
}

function fillOf(
  lastFillAt: number,
  { market }: HeldTrade,
  order: ScaledOrder,
  limit: bigint | null,
  left: bigint,
  at: number,
  taken: Taken,
): { readonly price: bigint; readonly quantity: bigint } | null {
  if (at - lastFillAt < REFILL_MS) return null;
  const scaled = scaledFill(order, market.bid, market.ask);
  if (Number.isNaN(scaled)) return null;
  const price =
    scaled === AT_LIMIT ? limit! : (BigInt(scaled) * power(PRICE_DIGITS - market.digits)) / 100n;
  const size =
    order.model === 'INSTANT' ? Number.NaN : order.buys ? market.askSize : market.bidSize;
  if (Number.isNaN(size)) return { price, quantity: left };
  const used = order.buys ? taken.ask : taken.bid;
  const free = (readExact(String(size), QUANTITY_DIGITS) ?? 0n) - used;
  const quantity = left < free ? left : free;
  return quantity > 0n ? { price, quantity } : null;
}
