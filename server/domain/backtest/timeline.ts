import type { QuoteTable } from '../bars/quote-table.ts';
import type { BarColumns } from '../bars/bar-columns.ts';
import type { BacktestControl } from './backtest-input.ts';
import type { Run } from './run.ts';
import type { Series } from './series.ts';

/** Bars between two checks of the cancel flag: a slow strategy takes seconds for this many. */
const PACE = 64;

/**
 * Moves time through all bars and quotes of a run, from one instant to the next. What happens at one instant
 * has an order: quotes come; bars end and contracts with them; the strategy sees the bars, by symbol; bars
 * begin. So its requests meet the present quote or the next bar, never the bar that it saw.
 */
export class Timeline {
  readonly #markets;
  readonly #series: readonly Series[];
  readonly #quotes: QuoteTable | null;
  readonly #lastQuote: number;
  #row = 0;
  #told = 0;
  /** The present instant; the run's start before anything has happened. */
  now: number;

  constructor(
    private readonly run: Run,
    private readonly control: BacktestControl,
  ) {
    const { universe, quotes, input } = run;
    this.#series = universe.series;
    this.#quotes = quotes;
    this.#markets = (quotes?.symbols ?? []).map((symbol) => universe.markets.get(symbol)!);
    this.#lastQuote = input.to;
    this.now = input.from;
    this.#warmUp();
  }

  /** Plays the run; false: it was canceled. */
  play(): boolean {
    const { run, control } = this;
    for (;;) {
      const at = this.#next();
      if (at === Infinity) break;
      run.ledger.by = at;
      this.#within(at);
      const quoted = this.#quote() === at && this.#takeQuotes(at);
      const ended = this.#end(at);
      const settled = Math.min(at, run.input.to);
      if (run.expiries.next <= settled) run.expiries.settle(settled, run.count());
      run.seeRecord(at);
      if (ended || (quoted && !run.hasBars)) run.equity.look(at);
      run.carryOut(at);
      for (const series of this.#series) if (series.nextSeen === at) run.seeBar(series, at);
      this.#open(at);
      this.now = at;
      if (run.bars - this.#told < PACE) continue;
      this.#told = run.bars;
      if (control.cancel && Atomics.load(control.cancel, 0) !== 0) return false;
      control.onProgress?.(run.bars, run.total);
    }
    return true;
  }

  #next(): number {
    const { expiries, input, record } = this.run;
    if (record && record.unreadAt !== null) return Infinity;
    let next = this.#quote();
    for (const { next: bar, nextSeen } of this.#series) {
      if (bar < next) next = bar;
      if (nextSeen < next) next = nextSeen;
    }
    if (record && record.next <= input.to) next = Math.min(next, record.next);
    return expiries.next < next && expiries.next <= input.to ? expiries.next : next;
  }

  /** When the next quote of the run comes; infinite after the last. */
  #quote(): number {
    const at = this.#quotes?.at[this.#row];
    return at === undefined || at >= this.#lastQuote ? Infinity : at;
  }

  /** Puts the quotes from before the run in place at its start. */
  #warmUp(): void {
    const { from } = this.run.input;
    for (let at = this.#quote(); at < from; at = this.#quote()) this.#stand(at);
    const { expiries } = this.run;
    while (expiries.next < from) expiries.settle(expiries.next, 0);
  }

  #stand(at: number) {
    const { symbol, bid, ask, bidSize, askSize } = this.#quotes!;
    const row = this.#row;
    const market = this.#markets[symbol[row]!]!;
    market.quote(at, row, bid[row]!, ask[row]!);
    market.bidSize = bidSize?.[row] ?? Number.NaN;
    market.askSize = askSize?.[row] ?? Number.NaN;
    this.#row += 1;
    return market;
  }

  /** Fills within the bars that end now. */
  #within(at: number): void {
    for (const series of this.#series) {
      const { market } = series;
      if (series.next !== at || !series.isOpen || market.trades.length === 0) continue;
      if (!market.fillsOn(series.bars.at[series.i]!)) continue;
      this.run.barFills.within(market, barAt(series.bars, series.i), at - 1);
      this.run.carryOut(at - 1);
    }
  }

  /** Takes every quote of one instant before acting on any of them. */
  #takeQuotes(at: number): boolean {
    const { run } = this;
    const changed = [];
    while (this.#quote() === at) changed.push(this.#stand(at));
    for (const market of changed) {
      if (at >= market.endsAt) continue;
      if (market.trades.length > 0) {
        run.quoteFills.meet(market, market.trades, at);
        run.carryOut(at);
      }
      const watched = run.traded.has(market.symbol) || market.trades.length > 0;
      if (watched) run.seeQuote(market, at);
    }
    return true;
  }

  /** Ends the bars that end now. Returns whether traded symbols have some. */
  #end(at: number): boolean {
    let ended = false;
    for (const series of this.#series) {
      if (series.next !== at || !series.isOpen) continue;
      const { market, traded } = series;
      const held = market.net !== 0n;
      if (held && !market.quoted) this.run.barFills.atEnd(market, barAt(series.bars, series.i));
      if (traded && series.counts) {
        ended = true;
        this.run.bars += 1;
        if (held) this.run.held += 1;
      }
      series.close();
    }
    return ended;
  }

  #open(at: number): void {
    for (const series of this.#series) {
      if (series.next !== at || series.isOpen) continue;
      const { market } = series;
      series.open();
      if (!market.fillsOn(at)) continue;
      market.opened = this.run.count();
      if (market.trades.length === 0) continue;
      this.run.ledger.by = series.next;
      this.run.barFills.atOpen(market, barAt(series.bars, series.i));
      this.run.carryOut(at);
    }
  }
}

function barAt({ at, open, high, low }: BarColumns, i: number) {
  return { at: at[i]!, open: open[i]!, high: high[i]!, low: low[i]! };
}
