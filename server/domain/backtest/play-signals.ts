import { SIGNAL } from '../strategy/definition.ts';
import type { BacktestControl } from './backtest-input.ts';
import { PlainBook } from './plain-book.ts';
import type { Run } from './run.ts';
import { SignaledBars } from './signaled-bars.ts';
import type { Playable } from './signals-of.ts';
import { WholeBook, type Book } from './whole-book.ts';

/** Bars between two checks of the cancel flag; few enough that what is read of them stays near the processor. */
const PACE = 8_192;

/**
 * Plays a run by signals: the same orders, fills and looks as `Timeline`, without an object for each bar.
 *
 * @returns when the last bar ended; null: it was canceled.
 */
export function playSignals(run: Run, playable: Playable, control: BacktestControl): number | null {
  const { total, input } = run;
  const { series } = playable;
  const player = new SignalPlayer(run, playable);
  for (let from = 0; from < total; from += PACE) {
    const to = Math.min(from + PACE, total);
    player.play(from, to);
    if (to < from + PACE) continue;
    if (control.cancel && Atomics.load(control.cancel, 0) !== 0) return null;
    control.onProgress?.(to, total);
  }
  player.end();
  run.bars = total;
  return total === 0 ? input.from : series.endOf(series.first + total - 1);
}

class SignalPlayer {
  readonly #signaled: SignaledBars;
  #book: Book;
  #hasAsked = false;
  /** The bar's start and open at which the request fills. */
  #fillAt = Number.NaN;
  #fillOpen = Number.NaN;

  constructor(
    private readonly run: Run,
    private readonly playable: Playable,
  ) {
    const { series, entry, signals } = playable;
    const { market, bars } = series;
    this.#book = PlainBook.of(run, market, entry) ?? new WholeBook(run, market, entry);
    this.#signaled = new SignaledBars(signals, bars, series.first, PACE);
  }

  /** Plays bars `[from, to)` of the run. Between one bar with a signal and the next nothing is booked. */
  play(from: number, to: number): void {
    const { run, playable } = this;
    const { series, signals } = playable;
    const { market, first } = series;
    const { places, count } = this.#signaled.within(from, to);
    let n = from;
    for (let k = 0; n < to; k += 1) {
      if (this.#hasAsked) this.#fill(series.endOf(first + n));
      const until = k < count ? places[k]! + 1 : to;
      const isHeld = market.net !== 0n;
      run.equity.lookAlong(series, first + n, first + until);
      if (isHeld) run.held += until - n;
      n = until;
      if (k < count && isHeld === (signals[n - 1] === SIGNAL.EXIT_IF_HELD)) this.#ask(k, isHeld);
    }
  }

  end(): void {
    this.#book.handOver();
  }

  #fill(end: number): void {
    this.run.ledger.by = end;
    this.#book.fill(this.#fillAt, this.#fillOpen);
    if (this.#book.isFull) this.#book = this.#book.handOver();
    this.#hasAsked = false;
  }

  #ask(k: number, isHeld: boolean): void {
    const { run, playable } = this;
    const { places, nextAt, nextOpen } = this.#signaled;
    const place = places[k]!;
    const end = playable.series.endOf(playable.series.first + place);
    run.ledger.by = end;
    // A request after the last bar never fills: it waits as an order that the report can show.
    if (place === run.total - 1) this.#book = this.#book.handOver();
    this.#book.ask(end, isHeld);
    this.#hasAsked = true;
    this.#fillAt = nextAt[k]!;
    this.#fillOpen = nextOpen[k]!;
  }
}
