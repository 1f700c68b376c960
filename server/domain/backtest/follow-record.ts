import { readUnits } from '../bars/units.ts';
import { STALE_AFTER_SECONDS } from '../market/mark-rules.ts';
import { exactText, PRICE_DIGITS, readExact } from './exact.ts';
import type { Fills } from './fills.ts';
import { lastPrice, type Finder } from './funds.ts';
import type { HeldTrade } from './held-trade.ts';
import type { Market } from './market.ts';
import type { RecordedRun, RecordedTurn } from './recorded-run.ts';

const HEARD_MS = STALE_AFTER_SECONDS.realTime.heard * 1_000;

/** Fills the orders of a backtest by the record of a run's contracts. */
export class FollowRecord {
  constructor(
    private readonly record: RecordedRun,
    private readonly fills: Fills,
    private readonly find: Finder,
  ) {}

  /**
   * Takes the contract's quote that the present call has read, if any. Returns whether the market has a quote
   * recent enough for an order to fill on.
   */
  stand(market: Market, at: number): boolean {
    const { symbol, digits } = market;
    const quote = this.record.seen(symbol);
    if (!quote) return at - market.quoteAt <= HEARD_MS;
    const since = Math.min(at, quote.at.getTime());
    market.quote(since, 0, unitsOf(quote.bid, digits), unitsOf(quote.ask, digits));
    return true;
  }

  /** Takes the run’s own fills, which say where the market was at that instant. */
  take({ kind, span, at }: RecordedTurn): void {
    for (const trade of this.find(span.symbol)?.trades ?? []) {
      if (kind === 'ENTERED') this.#enter(trade, span.entry!.price, at);
      else if (kind === 'LEFT') this.#leave(trade, span.exit!, at);
      else this.#forget(trade, at);
    }
  }

  #enter(trade: HeldTrade, price: string, at: number): void {
    const { limit, quantity } = trade.terms;
    const exact = readExact(price, PRICE_DIGITS)!;
    const isWorse = limit && (trade.buys ? exact > limit.exact : exact < limit.exact);
    if (!trade.waits || isWorse) return;
    this.fills.enter(trade, quantity - trade.filled, exact, at, false);
  }

  #leave(
    trade: HeldTrade,
    { price, reason }: NonNullable<RecordedTurn['span']['exit']>,
    at: number,
  ) {
    const meets =
      trade.closing >= 0 ||
      (reason === 'SL_HIT' && trade.stop !== null) ||
      (reason === 'TP_HIT' && trade.target !== null);
    if (trade.open === 0n || !meets) return;
    const { account } = this.fills;
    const exact = account.costs.fillPrice(readExact(price, PRICE_DIGITS)!, !trade.buys, false);
    account.exit(trade, trade.open, exact, at, trade.closing >= 0 ? 'MANUAL_CLOSE' : reason);
  }

  /** Ends a trade whose further course is unknown: readers of the report leave out what ends after its span. */
  #forget(trade: HeldTrade, at: number): void {
    const { account } = this.fills;
    if (trade.waits) account.endEntry(trade);
    if (trade.open === 0n) return;
    const known = lastPrice(trade.market);
    const price = known === null ? trade.entryPrice : account.costs.fillPrice(known, false, false);
    account.exit(trade, trade.open, price, at, 'MANUAL_CLOSE', false);
  }
}

/** A price that a source printed, in units of a market; NaN: the source gave none. */
function unitsOf(price: number | null, digits: number): number {
  const known = price === null ? null : readUnits(String(price));
  return known ? Math.round(known.units * 10 ** (digits - known.digits)) : Number.NaN;
}

/** The middle of a market’s bid and ask, in dollars. */
export function middleText({ bid, ask, digits }: HeldTrade['market']): string {
  return exactText(BigInt(bid + ask) * 5n, digits + 1);
}
