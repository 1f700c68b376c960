import { randomOf } from '../../../domain/backtest/random.ts';
import type { DeskReads, RunAsk } from '../../../domain/strategy/strategy-run.ts';
import type {
  StrategyBar,
  StrategyDesk,
  StrategyEntry,
  StrategyPosition,
  StrategyQuote,
} from '../../../domain/strategy/strategy.ts';
import type { LiveAnswer } from '../../../ports/live-host.ts';
import { newReads } from './new-reads.ts';
import { plainEntry } from './plain-entry.ts';

/** Bars that are kept for each symbol; a strategy sees no further back. */
const MOST_BARS = 20_000;
/** Orders that a strategy may ask for in one call. */
const MOST_ASKS = 1_000;
const MOST_LOGGED = 100;
const LONGEST_LOG = 1_000;

/** The desk of a live run: it answers from what the call brought, and records all reads and requests. */
export class LiveDesk implements StrategyDesk {
  readonly random: () => number;
  readonly #bars = new Map<string, StrategyBar[]>();
  #at = new Date(0);
  #missed = false;
  #known: DeskReads = newReads();
  #reads = newReads();
  #asked: RunAsk[] = [];
  #logged: string[] = [];

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

  /** A call begins. `known` null: of a bar that was missed. */
  begin(at: Date, known: DeskReads | null): void {
    this.#at = at;
    this.#missed = known === null;
    this.#known = known ?? newReads();
    this.#reads = newReads();
    this.#asked = [];
    this.#logged = [];
  }

  /** Ends a call and returns what was asked for, read and logged. */
  end(): LiveAnswer {
    return { asked: this.#asked, reads: this.#reads, logged: this.#logged };
  }

  /** Adds a complete bar to the history. */
  see(bar: StrategyBar): void {
    const bars = this.#bars.get(bar.symbol) ?? [];
    bars.push(bar);
    this.#bars.set(bar.symbol, bars.length > 2 * MOST_BARS ? bars.slice(-MOST_BARS) : bars);
  }

  get now(): Date {
    return new Date(this.#at);
  }

  get missed(): boolean {
    return this.#missed;
  }

  get cash(): string {
    const { cash } = this.#known;
    this.#reads.cash = cash;
    return cash ?? '0';
  }

  history(symbol: string, n: number): readonly StrategyBar[] {
    const count = Math.min(Math.max(Math.floor(n), 0), MOST_BARS);
    return count > 0 ? (this.#bars.get(symbol)?.slice(-count) ?? []) : [];
  }

  quote(symbol: string): StrategyQuote | null {
    const quote = this.#known.quotes[symbol] ?? null;
    this.#reads.quotes[symbol] = quote;
    return quote;
  }

  chain(underlying: string): readonly StrategyQuote[] {
    const chain = this.#known.chains[underlying] ?? [];
    this.#reads.chains[underlying] = chain;
    return chain;
  }

  position(symbol: string): StrategyPosition | null {
    const position = this.#known.positions[symbol] ?? null;
    this.#reads.positions[symbol] = position;
    return position;
  }

  log(text: string): void {
    if (this.#logged.length < MOST_LOGGED) this.#logged.push(String(text).slice(0, LONGEST_LOG));
  }

  enter(entry: StrategyEntry): void {
    this.#ask({ action: 'ENTER', entry: plainEntry(entry) });
  }

  exit(symbol: string): void {
    this.#ask({ action: 'EXIT', symbol: String(symbol) });
  }

  cancel(symbol: string): void {
    this.#ask({ action: 'CANCEL', symbol: String(symbol) });
  }

  #ask(ask: RunAsk): void {
    if (this.#asked.length === MOST_ASKS)
      throw new Error(`The strategy asked for more than ${MOST_ASKS} orders at one instant`);
    this.#asked.push(ask);
  }
}
