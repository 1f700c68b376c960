import type { Mint } from '../../domain/ids.ts';
import type { LookAtTokens } from './look-at-tokens.ts';
import { roundAt } from './plan-round.ts';
import { CONVERTERS } from './poll-token-prices.ts';
import type { PriceDeps } from './price-deps.ts';

/** How long the sources are waited for; the rest of five seconds is for storing and judging. */
const PATIENCE_MS = 4_000;
const MOST_MS = 4_800;

/** Looks at a mint at once when a user asks for it first; one look serves all who ask meanwhile. */
export class FirstLook {
  readonly #flights = new Map<Mint, Promise<void>>();

  constructor(
    private readonly deps: PriceDeps,
    private readonly tokens: LookAtTokens,
  ) {}

  /** Whether a first look at the mint is under way on this server. */
  isLooking(mint: Mint): boolean {
    return this.#flights.has(mint);
  }

  /** Returns after a whole round, or earlier when the sources take too long. The look itself goes on. */
  async at(mint: Mint): Promise<void> {
    const flight = this.#flights.get(mint) ?? this.#begin(mint);
    await this.deps.timers.within(MOST_MS, flight, () => undefined);
  }

  #begin(mint: Mint): Promise<void> {
    const { clock, roundMs } = this.deps;
    const flight = this.tokens
      .execute({
        at: roundAt(clock.now(), roundMs),
        mints: [...new Set([mint, ...CONVERTERS])],
        // Counts as held, so that it is quoted before the mints that prices are converted by.
        held: new Set([mint]),
        asking: { urgency: 'MARK', patienceMs: PATIENCE_MS },
        most: { pools: 1 + CONVERTERS.length, quotes: 1 },
      })
      .finally(() => this.#flights.delete(mint));
    this.#flights.set(mint, flight);
    return flight;
  }
}
