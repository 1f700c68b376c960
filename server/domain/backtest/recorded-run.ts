import type { DeskReads } from '../strategy/strategy-run.ts';
import type { StrategyQuote } from '../strategy/strategy.ts';
import type { TradeStatus } from '../trade/trade-status.ts';

export type QuotesRead = Pick<DeskReads, 'quotes' | 'chains'>;

/** One call of a run at work. */
export interface RecordedCall {
  readonly kind: 'BAR' | 'QUOTE' | 'FILL';
  /** The symbol of the bar, the quote or the fill. */
  readonly symbol: string;
  /** The bar's start, else the instant of the call; milliseconds since 1970 UTC. */
  readonly at: number;
  /** The quote that the call brought; null: it brought none. */
  readonly quote: StrategyQuote | null;
  /** Null: the call only warmed up, and found no quote. */
  readonly reads: (() => QuotesRead) | null;
}

/** A contract that a run held. The record has its quotes from the decision to the end, and no other quotes. */
export interface RecordedSpan {
  readonly symbol: string;
  readonly from: number;
  /** Infinite: the contract is still held. */
  readonly to: number;
  /** When and at what price, in dollars, the run’s own entry filled. */
  readonly entry: { readonly at: number; readonly price: string } | null;
  /** The price and reason of the exit by the trade's own order; null: no own order made the exit. */
  readonly exit: { readonly price: string; readonly reason: TradeStatus } | null;
}

/** An event of a contract in the record. GONE: the record ends for it. */
export interface RecordedTurn {
  readonly at: number;
  readonly kind: 'ENTERED' | 'LEFT' | 'GONE';
  readonly span: RecordedSpan;
}

/** What a run at work was called with and read, for a backtest that sees the same and nothing else. */
export class RecordedRun {
  /** The instant of the first read that the record does not answer; null: it answered all. */
  unreadAt: number | null = null;
  readonly #calls = new Map<string, RecordedCall[]>();
  readonly #told: RecordedCall[];
  readonly #turns: RecordedTurn[];
  #call: RecordedCall | undefined;
  #reads: QuotesRead | undefined;

  /** `nearMs`: how far apart the decisions of the run and of its reference may be. */
  constructor(
    calls: readonly RecordedCall[],
    private readonly spans: readonly RecordedSpan[],
    private readonly nearMs: number,
  ) {
    for (const call of calls) {
      const key = keyOf(call);
      const same = this.#calls.get(key);
      if (same) same.push(call);
      else this.#calls.set(key, [call]);
    }
    this.#told = calls.filter(({ kind }) => kind === 'QUOTE').sort((a, b) => b.at - a.at);
    this.#turns = spans.flatMap(turnsOf).sort((a, b) => b.at - a.at);
  }

  /** When the record's next event or quote comes; infinite: never. */
  get next(): number {
    return Math.min(this.#told.at(-1)?.at ?? Infinity, this.#turns.at(-1)?.at ?? Infinity);
  }

  /** The next quote that the run was called with up to an instant; its call begins. */
  tell(at: number): StrategyQuote | null {
    if (!((this.#told.at(-1)?.at ?? Infinity) <= at)) return null;
    const { symbol, at: told, quote } = this.#told.pop()!;
    this.begin('QUOTE', symbol, told);
    return quote;
  }

  turn(at: number): RecordedTurn | null {
    return (this.#turns.at(-1)?.at ?? Infinity) <= at ? this.#turns.pop()! : null;
  }

  /** Begins a call. A fill’s call is the next one of its symbol. */
  begin(kind: RecordedCall['kind'], symbol: string, at: number): void {
    this.#call = this.#calls.get(keyOf({ kind, symbol, at }))?.shift();
    this.#reads = undefined;
  }

  /** The quote that the present call read; `now`: the call's instant. */
  quote(symbol: string, now: number): StrategyQuote | null {
    const known = this.#answers()?.quotes[symbol];
    if (known === undefined) this.#unread(now);
    return known ?? null;
  }

  chain(underlying: string, now: number): readonly StrategyQuote[] {
    const known = this.#answers()?.chains[underlying];
    if (known === undefined) this.#unread(now);
    return known ?? [];
  }

  /** The quote of a contract that the present call has read; null: it read none. */
  seen(symbol: string): StrategyQuote | null {
    const { quotes, chains } = this.#answers() ?? { quotes: {}, chains: {} };
    const listed = () =>
      Object.values(chains).flatMap((all) => all.filter((q) => q.symbol === symbol));
    return quotes[symbol] ?? listed()[0] ?? null;
  }

  /** Whether the record has the quotes of a contract that is entered now. */
  follows(symbol: string, now: number): boolean {
    return this.spans.some(
      (span) => span.symbol === symbol && span.from - this.nearMs <= now && now < span.to,
    );
  }

  #answers(): QuotesRead | undefined {
    this.#reads ??= this.#call?.reads?.();
    return this.#reads;
  }

  #unread(now: number): void {
    if (this.#call?.reads !== null) this.unreadAt ??= now;
  }
}

function keyOf({ kind, symbol, at }: Pick<RecordedCall, 'kind' | 'symbol' | 'at'>): string {
  return kind === 'FILL' ? `${kind} ${symbol}` : `${kind} ${symbol} ${at}`;
}

function turnsOf(span: RecordedSpan): readonly RecordedTurn[] {
  const turns: RecordedTurn[] = [];
  const { entry, exit, to } = span;
  // The list is taken from its end: the last turn of one instant comes first.
  if (to < Infinity) turns.push({ at: to + 1, kind: 'GONE', span });
  if (to < Infinity && exit) turns.push({ at: to, kind: 'LEFT', span });
  if (entry) turns.push({ at: entry.at, kind: 'ENTERED', span });
  return turns;
}
