import type { Mint } from '../../domain/ids.ts';
import { SOL_MINT, USDC_MINT } from '../../domain/token/mint.ts';
import type { LookAtTokens } from './look-at-tokens.ts';
import { roundAt, shareOf } from './plan-round.ts';
import type { PriceDeps } from './price-deps.ts';

/** How long a poll waits: longer than a source's own timeout. */
const PATIENCE_MS = 6_000;
const ROWS_LAST_MS = 2 * 86_400_000;
/** Old rows and watches are removed once in this many rounds. */
const ROUNDS_TO_TIDY = 30;

/** The mints whose prices convert the pools and quotes of all other mints. */
export const CONVERTERS: readonly Mint[] = [SOL_MINT, USDC_MINT];

/** One round of prices for all watched tokens of one market. Where nothing is watched, no source is asked. */
export class PollTokenPrices {
  constructor(
    private readonly deps: PriceDeps,
    private readonly tokens: LookAtTokens,
  ) {}

  async execute(): Promise<void> {
    const { clock, store, roundMs, budget } = this.deps;
    const at = roundAt(clock.now(), roundMs);
    const held = new Set(await this.deps.held());
    const wanted = [...held, ...(await store.watches.watched(at))];
    if (wanted.length > 0)
      await this.tokens.execute({
        ...{ at, held, mints: [...new Set([...CONVERTERS, ...wanted])] },
        asking: { urgency: 'POLL', patienceMs: PATIENCE_MS },
        most: {
          pools: shareOf(budget.poolsPerMinute(), { at, roundMs }),
          quotes: shareOf(budget.quotesPerMinute(), { at, roundMs }),
        },
      });
    if ((at.getTime() / roundMs) % ROUNDS_TO_TIDY === 0) await this.#tidy(at);
  }

  async #tidy(at: Date): Promise<void> {
    const { rounds, watches } = this.deps.store;
    await watches.lapse(at);
    await rounds.prune(new Date(at.getTime() - ROWS_LAST_MS));
  }
}
