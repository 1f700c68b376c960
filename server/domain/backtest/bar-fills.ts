import type { ScaledPrice } from '../matching/scaled-order.ts';
import { power, PRICE_DIGITS } from './exact.ts';
import type { Fills } from './fills.ts';
import type { HeldTrade, Place } from './held-trade.ts';
import type { Market } from './market.ts';

interface Bar {
  readonly at: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
}

/**
 * Fills on bars. What a bar's open decides fills at its start, all else within it, and a stop before a target.
 * A bar that was already open when an order was placed does not fill that order.
 */
export class BarFills {
  constructor(
    private readonly fills: Fills,
    /** Limits and targets fill once a bar passes them, not where it only reaches them. */
    private readonly passes: boolean,
  ) {}

  /** Fills what a bar's open decides, at its start. */
  atOpen(market: Market, { at, open }: Bar): void {
    for (const trade of market.trades) {
      if (trade.waits && trade.placed < market.opened) this.#enterAtOpen(trade, open, at);
      else if (trade.closing >= 0 && trade.closing < market.opened)
        this.#exit(trade, open, at, 'MANUAL_CLOSE', true);
      const { stop } = trade;
      const beyond = stop && (trade.buys ? open <= stop.units.floor : open >= stop.units.ceil);
      if (beyond && trade.open > 0n) this.#exit(trade, open, at, 'SL_HIT', true);
    }
  }

  /** Fills within a bar, which is known only at its end; `until`: its last instant. */
  within(market: Market, bar: Bar, until: number): void {
    for (const trade of market.trades) {
      if (trade.waits && trade.limitUnits && trade.placed < market.opened) {
        const worst = trade.buys ? bar.low : bar.high;
        if (this.#reaches(!trade.buys, worst, trade.limitUnits))
          this.#enterAtLimit(trade, trade.terms.limit!.exact, bar.at, until);
      }
      if (trade.open > 0n) this.#exitWithin(trade, bar, until);
    }
  }

  /** Lets trails follow a bar's best price at its end, except where a limit entry filled in the bar. */
  atEnd(market: Market, { at, high, low }: Bar): void {
    for (const trade of market.trades) {
      if (!trade.terms.trailPct || trade.open === 0n || trade.limitBar === at) continue;
      this.fills.follow(trade, trade.buys ? high : low);
    }
  }

  #enterAtOpen(trade: HeldTrade, open: number, at: number): void {
    const { limitUnits, market, terms } = trade;
    if (!limitUnits) this.fills.enter(trade, terms.quantity, exactOf(open, market), at, true);
    else if (this.#reaches(!trade.buys, open, limitUnits))
      this.#enterAtLimit(trade, exactOf(open, market), at, at);
  }

  #enterAtLimit(trade: HeldTrade, price: bigint, bar: number, at: number): void {
    if (this.fills.enter(trade, trade.terms.quantity, price, at, false)) trade.limitBar = bar;
  }

  #exitWithin(trade: HeldTrade, bar: Bar, until: number): void {
    const { stop, target, buys } = trade;
    const [worst, best] = buys ? [bar.low, bar.high] : [bar.high, bar.low];
    const stopped = stop && (buys ? worst <= stop.units.floor : worst >= stop.units.ceil);
    const counts = target && trade.limitBar !== bar.at;
    const reached = counts && this.#reaches(buys, best, target.units);
    if (stopped && reached) this.fills.account.ledger.warn(inDoubt(trade.market.symbol));
    if (stopped) this.#exitAt(trade, stop.price.exact, until, 'SL_HIT', true);
    else if (reached) {
      const better = this.#reaches(buys, bar.open, target.units);
      const price = better ? exactOf(bar.open, trade.market) : target.price.exact;
      this.#exitAt(trade, price, better ? Math.max(bar.at, trade.entryAt) : until, 'TP_HIT', false);
    }
  }

  /** Whether a price of a bar reaches, or passes, a level above it (`up`) or below it. */
  #reaches(up: boolean, price: number, level: ScaledPrice): boolean {
    if (up) return this.passes ? price > level.floor : price >= level.ceil;
    return this.passes ? price < level.ceil : price <= level.floor;
  }

  #exit(trade: HeldTrade, units: number, at: number, reason: Reason, slips: boolean): void {
    this.#exitAt(trade, exactOf(units, trade.market), at, reason, slips);
  }

  #exitAt(trade: HeldTrade, price: bigint, at: number, reason: Reason, slips: boolean): void {
    const { account } = this.fills;
    const fillPrice = account.costs.fillPrice(price, !trade.buys, slips);
    account.exit(trade, trade.open, fillPrice, at, reason);
  }
}

function inDoubt(symbol: string): string {
  return `A bar of ${symbol} reached both a stop and a target: the stop counts`;
}

type Reason = 'SL_HIT' | 'TP_HIT' | 'MANUAL_CLOSE';

function exactOf(units: number, { digits }: Place): bigint {
  return BigInt(units) * power(PRICE_DIGITS - digits);
}
