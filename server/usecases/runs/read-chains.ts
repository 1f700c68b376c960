import { daysToExpiry } from '../../domain/calendar/market-calendar.ts';
import { seenQuote } from '../../domain/strategy/seen-quote.ts';
import type { StrategyQuote } from '../../domain/strategy/strategy.ts';
import { marketOf } from './market-of-run.ts';
import type { RunDeps, RunOf } from './run-deps.ts';
import { SharedReads } from './shared-reads.ts';

/** The most expirations of one underlying that are read; a source counts each as a call. */
const MOST_EXPIRATIONS = 12;
const FURTHEST_DAYS = 100;
const LASTS_MS = 55_000;

/** Option chains of underlyings, read once for all users of a source. */
export class ReadChains {
  readonly #reads: SharedReads<readonly StrategyQuote[]>;

  constructor(private readonly deps: RunDeps) {
    this.#reads = new SharedReads(deps, LASTS_MS);
  }

  tidy(): void {
    this.#reads.tidy();
  }

  /** An underlying whose chain no source gives is absent. */
  async of(
    { actor }: RunOf,
    underlyings: readonly string[],
  ): Promise<Readonly<Record<string, readonly StrategyQuote[]>>> {
    const chains: [string, readonly StrategyQuote[]][] = [];
    for (const underlying of underlyings) {
      const { source } = await marketOf(this.deps, actor, underlying);
      const chain = await this.#reads.of(`${source} ${underlying}`, () =>
        this.#chain(actor, underlying),
      );
      if (chain) chains.push([underlying, chain]);
    }
    return Object.fromEntries(chains);
  }

  async #chain(actor: RunOf['actor'], underlying: string): Promise<readonly StrategyQuote[]> {
    const { market, mode, clock } = this.deps;
    const now = clock.now();
    const all = await market.optionExpirations(actor, underlying, mode);
    const near = all.filter((each) => daysToExpiry(each, now) <= FURTHEST_DAYS);
    const quotes: StrategyQuote[] = [];
    const read = spread(near, MOST_EXPIRATIONS).map((each) =>
      market.optionChain(actor, underlying, each, mode),
    );
    for (const { rows } of await Promise.all(read))
      for (const { call, put } of rows)
        for (const quote of [call, put]) if (quote) quotes.push(seenQuote(quote));
    return quotes.sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  }
}

/** At most `most` of them, evenly spread, the first and the last included. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from(
    { length: most },
    (_, n) => all[Math.round((n * (all.length - 1)) / (most - 1))]!,
  );
}
