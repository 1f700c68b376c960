import type { QuoteTable } from '../bars/quote-table.ts';
import type { StrategyInstance } from '../strategy/strategy.ts';
import { Account } from './account.ts';
import type { BacktestData, BacktestInput, BacktestControl } from './backtest-input.ts';
import { BarFills } from './bar-fills.ts';
import { Costs } from './costs.ts';
import { EntryLimits } from './entry-limits.ts';
import { EquityWatch } from './equity-watch.ts';
import { exactText, QUANTITY_DIGITS } from './exact.ts';
import { Expiries } from './expiries.ts';
import { Fills } from './fills.ts';
import { FollowRecord } from './follow-record.ts';
import { Ledger } from './ledger.ts';
import type { Market } from './market.ts';
import { OrderDesk } from './order-desk.ts';
import { QuoteFills } from './quote-fills.ts';
import type { RecordedRun } from './recorded-run.ts';
import { quoteOf, RunDesk } from './run-desk.ts';
import type { Series } from './series.ts';
import { universeOf, type Universe } from './universe.ts';

/** A strategy with more requests than this at one instant answers itself without end. */
const MOST_ASKS = 10_000;

/** One run: its parts, and how a strategy is called and its orders carried out. */
export class Run {
  readonly universe: Universe;
  readonly ledger: Ledger;
  readonly account: Account;
  readonly barFills: BarFills;
  readonly quoteFills: QuoteFills;
  readonly expiries: Expiries;
  readonly equity: EquityWatch;
  readonly desk: RunDesk;
  readonly quotes: QuoteTable | null;
  readonly traded: ReadonlySet<string>;
  readonly record: RecordedRun | null;
  /** The number of all bars of the run. */
  readonly total: number;
  /** Equity is taken when bars end; at quotes where no bars are traded. */
  readonly hasBars: boolean;
  /** Bars read, and those at whose end their symbol is held. */
  bars = 0;
  held = 0;
  readonly #orders: OrderDesk;
  readonly #follow: FollowRecord | null;
  /** Counts all events: an earlier one has the lower number. */
  #count = 0;

  constructor(
    readonly input: BacktestInput,
    data: BacktestData,
    private readonly strategy: StrategyInstance,
    control: BacktestControl,
  ) {
    this.quotes = data.quotes;
    this.record = control.record ?? null;
    this.universe = universeOf(input, data);
    this.traded = new Set(input.symbols);
    const own = this.universe.series.filter(({ traded }) => traded);
    this.total = own.reduce((total, each) => total + each.total, 0);
    this.hasBars = own.length > 0;
    this.ledger = new Ledger(control.hasher, control.decisions);
    this.account = new Account(input.cash, new Costs(input.fees, input.slippagePct), this.ledger);
    const { markets, series, chains } = this.universe;
    const find = (symbol: string) => markets.get(symbol) ?? null;
    const fills = new Fills(this.account, find);
    this.barFills = new BarFills(fills, input.fillModel === 'CROSS');
    this.quoteFills = new QuoteFills(fills, this.record !== null);
    this.#follow = this.record && new FollowRecord(this.record, fills, find);
    this.expiries = new Expiries(markets.values(), data.bars, this.account, find);
    const limits =
      input.limits && new EntryLimits(input.limits, this.account, () => this.#positions(), find);
    const fillModel = input.fillModel === 'QUOTE' ? 'TOUCH' : input.fillModel;
    const rule = { fillModel, fillFit: input.fillFit ?? null };
    this.#orders = new OrderDesk(this.account, find, limits ?? null, rule);
    const views = new Map(series.map((each) => [each.market.symbol, each.view]));
    const parts = { account: this.account, markets, views, chains, quotes: data.quotes };
    this.desk = new RunDesk({ ...parts, seed: input.seed, record: this.record });
    const looks = this.hasBars ? this.total : (data.quotes?.at.length ?? 0);
    this.equity = new EquityWatch(this.account, () => this.#held(), input.from, looks);
  }

  /** The next number in the order of all events. */
  count(): number {
    this.#count += 1;
    return this.#count;
  }

  seeBar(series: Series, at: number): void {
    const bar = series.see();
    if (!series.traded || bar.at.getTime() < this.input.from) return;
    this.desk.at = at;
    this.record?.begin('BAR', bar.symbol, bar.at.getTime());
    this.strategy.onBar?.(bar, this.desk);
    this.carryOut(at);
  }

  seeQuote(market: Market, at: number): void {
    // A run with a record is called with the record's own quotes.
    if (this.record) return;
    this.desk.at = at;
    const quote = quoteOf(market, this.quotes!);
    if (quote) this.strategy.onQuote?.(quote, this.desk);
    this.carryOut(at);
  }

  /** Plays the record's own events and quotes up to an instant. */
  seeRecord(at: number): void {
    const { record } = this;
    if (!record) return;
    for (let turn = record.turn(at); turn; turn = record.turn(at)) this.#follow!.take(turn);
    this.carryOut(at);
    this.desk.at = at;
    for (let quote = record.tell(at); quote; quote = record.tell(at)) {
      this.strategy.onQuote?.(quote, this.desk);
      this.carryOut(at);
    }
  }

  /** Tells the strategy about fills and carries out its requests, until neither is left. */
  carryOut(at: number): void {
    if (this.account.notices.length === 0 && this.desk.asked.length === 0) return;
    if (this.record && this.record.unreadAt !== null) return;
    this.desk.at = at;
    for (let asks = 0; asks <= MOST_ASKS;) {
      const told = this.account.notices;
      this.account.notices = [];
      for (const notice of told) this.#tell(notice);
      const asked = this.desk.asked;
      this.desk.asked = [];
      asks += asked.length;
      for (const ask of asked) {
        if (ask.kind === 'ENTER') this.#enter(ask.entry, at);
        else if (ask.kind === 'CANCEL') this.#orders.cancel(ask.symbol, at);
        else this.#exit(ask.symbol, at);
      }
      if (this.account.notices.length === 0 && this.desk.asked.length === 0) return;
    }
    throw new Error(`The strategy asked for more than ${MOST_ASKS} orders at one instant`);
  }

  #tell({ quantity, price, ...notice }: Account['notices'][number]): void {
    if (!this.strategy.onFill) return;
    this.record?.begin('FILL', notice.symbol, notice.at);
    const { priceDigits } = this.account.costs;
    this.desk.at = notice.at;
    this.strategy.onFill(
      {
        ...notice,
        quantity: exactText(quantity, QUANTITY_DIGITS),
        price: Number(exactText(price, priceDigits)),
        at: new Date(notice.at),
      },
      this.desk,
    );
  }

  #enter(entry: Parameters<OrderDesk['enter']>[0], at: number): void {
    const known = this.universe.markets.get(entry.symbol);
    if (known?.quoted && this.record?.follows(entry.symbol, at) === false) return;
    const stands = this.#stands(known, at);
    const trade = this.#orders.enter(entry, this.count(), at);
    if (trade?.market.quoted && stands) this.quoteFills.meet(trade.market, [trade], at);
  }

  #exit(symbol: string, at: number): void {
    const market = this.#orders.exit(symbol, this.count(), at);
    if (!market?.quoted || !this.#stands(market, at)) return;
    const closing = market.trades.filter((trade) => trade.closing >= 0);
    this.quoteFills.meet(market, closing, at);
  }

  /** Whether the present quote counts: without a record it always does. */
  #stands(market: Market | undefined, at: number): boolean {
    return !this.#follow || !market?.quoted || this.#follow.stand(market, at);
  }

  *#positions(): Generator<Market> {
    for (const market of this.universe.markets.values()) if (market.trades.length > 0) yield market;
  }

  #held(): readonly Market[] {
    const held: Market[] = [];
    for (const market of this.universe.markets.values()) if (market.net !== 0n) held.push(market);
    return held;
  }
}
