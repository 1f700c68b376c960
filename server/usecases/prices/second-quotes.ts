import type { Username } from '../../domain/ids.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { ToldQuote } from '../../domain/price/judged-quote.ts';
import type { Clock } from '../../ports/clock.ts';
import { MarketDataUnavailable, type SnapshotSource } from '../../ports/market-data.ts';

/** How long an answer is kept, in milliseconds: an older one does not belong to the instant of the venue’s quote. */
const KEPT_MS = 15_000;
/** How often a user may ask: the source counts requests by the month, and marks need them. */
const ASKED = { most: 10, withinMs: 10 * 60_000 } as const;

export type Second = Pick<ToldQuote, 'quote' | 'unasked'>;

interface Kept {
  readonly second: Second;
  readonly at: number;
}

/** A second source in addition to the venue, asked by each user a few times in ten minutes. */
export class SecondQuotes {
  readonly #kept = new Map<string, Kept>();
  readonly #asked = new Map<Username, readonly number[]>();

  constructor(private readonly clock: Clock) {}

  /** Answers for all of these symbols, by symbol. The last argument: whose answers they are, of which venue. */
  async of(
    source: SnapshotSource,
    symbols: readonly string[],
    { username, venue }: { readonly username: Username; readonly venue: string },
  ): Promise<ReadonlyMap<string, Second>> {
    const now = this.clock.now().getTime();
    this.#forget(now);
    const keyOf = (symbol: string) => `${username} ${venue} ${symbol}`;
    const due = [...new Set(symbols)].filter((symbol) => !this.#kept.has(keyOf(symbol)));
    const answers = due.length > 0 ? await this.#ask(source, due, username, now) : null;
    return new Map(
      symbols.map((symbol) => {
        const second = answers?.get(symbol) ?? this.#kept.get(keyOf(symbol))?.second;
        if (answers?.has(symbol) && second && second.unasked !== 'PUT_OFF')
          this.#kept.set(keyOf(symbol), { second, at: now });
        return [symbol, second ?? { quote: null, unasked: null }];
      }),
    );
  }

  async #ask(
    source: SnapshotSource,
    symbols: readonly string[],
    username: Username,
    now: number,
  ): Promise<ReadonlyMap<string, Second>> {
    const all = (second: Second) => new Map(symbols.map((symbol) => [symbol, second]));
    const before = this.#asked.get(username) ?? [];
    if (before.length >= ASKED.most) return all({ quote: null, unasked: 'PUT_OFF' });
    this.#asked.set(username, [...before, now]);
    const quotes = await answered(() => source.quotes(symbols));
    if (!quotes) return all({ quote: null, unasked: 'SILENT' });
    return new Map(
      symbols.map((symbol) => [symbol, { quote: quotes.get(symbol) ?? null, unasked: null }]),
    );
  }

  #forget(now: number): void {
    for (const [key, { at }] of this.#kept) if (now - at >= KEPT_MS) this.#kept.delete(key);
    for (const [username, times] of this.#asked) {
      const late = times.filter((at) => now - at < ASKED.withinMs);
      if (late.length > 0) this.#asked.set(username, late);
      else this.#asked.delete(username);
    }
  }
}

/** Null: the source did not answer. */
export async function answered(
  ask: () => Promise<ReadonlyMap<string, Quote>>,
): Promise<ReadonlyMap<string, Quote> | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof MarketDataUnavailable) return null;
    throw error;
  }
}
