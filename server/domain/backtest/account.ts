import { addDays } from '../calendar/calendar-date.ts';
import { newYorkDate, newYorkInstant } from '../calendar/new-york-time.ts';
import type { TradeStatus } from '../trade/trade-status.ts';
import { ClosedTrades } from './closed-trades.ts';
import type { Costs } from './costs.ts';
import { exactText, QUANTITY_DIGITS } from './exact.ts';
import type { HeldTrade } from './held-trade.ts';
import type { Ledger } from './ledger.ts';
import { noticeOf, type Notice } from './notice.ts';
import { reportedTrade } from './reported-trade.ts';

/** The money of a run: cash, holdings, and closed trades. All exact, in the digits of `Costs`. */
export class Account {
  readonly closed = new ClosedTrades();
  /** Net results of closed trades, oldest first, for the user's limits. */
  readonly results: { readonly at: number; readonly net: bigint }[] = [];
  readonly shorts = new Set<HeldTrade>();
  /** Counts changes of holdings and of cash. */
  changes = 0;
  notices: Notice[] = [];
  /** Waiting and open trades. */
  active = 0;
  /** The figures of one exchange day: the result realised, after its fees, and the number of entries placed. */
  day = { from: 0, until: 0, net: 0n, placed: 0 };
  #cash: bigint;
  /** The cash in units of `#unit`, where `setCash` set it last; NaN: `#cash` is the newest. */
  #units = Number.NaN;
  #unit = 1n;

  constructor(
    cash: string,
    readonly costs: Costs,
    readonly ledger: Ledger,
  ) {
    this.#cash = costs.money(cash);
  }

  get cash(): bigint {
    if (!Number.isNaN(this.#units)) this.#cash = BigInt(this.#units) * this.#unit;
    this.#units = Number.NaN;
    return this.#cash;
  }

  set cash(cash: bigint) {
    this.#cash = cash;
    this.#units = Number.NaN;
  }

  /** Sets the cash as a whole number of units; the bigint is made only when it is read. */
  setCash(units: number, unit: bigint): void {
    this.#units = units;
    this.#unit = unit;
  }

  /** The day's figures; they start anew on a new exchange day. */
  today(at: number): Account['day'] {
    if (at < this.day.until && at >= this.day.from) return this.day;
    const date = newYorkDate(new Date(at));
    const from = newYorkInstant(date, 0).getTime();
    const until = newYorkInstant(addDays(date, 1), 0).getTime();
    this.day = { from, until, net: 0n, placed: 0 };
    return this.day;
  }

  /** `price`: in the price digits of `Costs`. `ordered` false: a delivery, which has no order and no fee. */
  enter(trade: HeldTrade, quantity: bigint, price: bigint, at: number, ordered = true): void {
    const value = this.#book(trade, trade.buys, quantity, price, at, ordered);
    trade.entryValue += value;
    trade.filled += quantity;
    trade.entryPrice = price;
    trade.entryFills += 1;
    if (Number.isNaN(trade.entryAt)) trade.entryAt = at;
    if (trade.filled === trade.terms.quantity) trade.waits = false;
    if (!trade.buys) this.shorts.add(trade);
  }

  exit(
    trade: HeldTrade,
    quantity: bigint,
    price: bigint,
    at: number,
    reason: TradeStatus,
    ordered = true,
  ): void {
    const value = this.#book(trade, !trade.buys, quantity, price, at, ordered);
    const cost = (trade.entryValue * quantity) / trade.filled;
    this.today(at).net += trade.buys ? value - cost : cost - value;
    trade.exitValue += value;
    trade.exited += quantity;
    trade.exitPrice = price;
    trade.exitFills += 1;
    trade.exitAt = at;
    trade.reason = reason;
    trade.waits = false;
    if (trade.open === 0n) this.#close(trade);
  }

  /** Ends a trade's entry without a fill, or without any more. */
  endEntry(trade: HeldTrade): void {
    trade.waits = false;
    if (trade.filled === 0n) this.#drop(trade);
  }

  add(trade: HeldTrade): void {
    trade.market.trades = [...trade.market.trades, trade];
    this.active += 1;
  }

  #close(trade: HeldTrade): void {
    const closed = reportedTrade(trade, this.costs);
    this.closed.add(closed.trade);
    this.results.push({ at: trade.exitAt, net: closed.net });
    this.#drop(trade);
  }

  #drop(trade: HeldTrade): void {
    trade.market.trades = trade.market.trades.filter((each) => each !== trade);
    this.shorts.delete(trade);
    this.active -= 1;
  }

  #book(
    trade: HeldTrade,
    buys: boolean,
    quantity: bigint,
    price: bigint,
    at: number,
    ordered: boolean,
  ): bigint {
    const { market } = trade;
    const { costs, ledger } = this;
    const value = costs.valueOf(price, quantity, market.instrument.multiplier);
    const fee = ordered ? costs.feeOf(market.instrument.assetClass, quantity, value) : 0n;
    this.cash += (buys ? -value : value) - fee;
    trade.fees += fee;
    if (fee !== 0n) this.today(at).net -= fee;
    market.net += buys ? quantity : -quantity;
    this.changes += 1;
    ledger.write(
      ordered ? 'FILLED' : 'SETTLED',
      ...[at, market.symbol, buys ? 'BUY' : 'SELL', exactText(quantity, QUANTITY_DIGITS)],
      exactText(price, costs.priceDigits),
      exactText(fee, costs.digits),
    );
    if (ordered) this.notices.push(noticeOf(trade, buys, quantity, price, at));
    return value;
  }
}
