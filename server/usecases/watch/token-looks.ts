import type { Mint } from '../../domain/ids.ts';
import type { TokenMarketName } from '../../domain/instrument/instrument.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { BookDeps } from '../steps/book-deps.ts';

export type JudgedPrices = ReadonlyMap<Mint, JudgedPrice>;

/** A turn that comes late in a round judges anew: the watch looks as often as this. */
const LASTS_MS = 5_000;

interface Look {
  readonly at: number;
  readonly prices: Promise<JudgedPrices>;
}

/**
 * The judged prices of one round of the watch: every token that any trade holds or waits for is judged, in one
 * read for each market, when the first account of the round asks. SOL is always among them.
 */
export class TokenLooks {
  readonly #looks = new Map<TokenMarketName, Look>();

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'tokens' | 'clock'>) {}

  async of(market: TokenMarketName, mints: readonly Mint[]): Promise<JudgedPrices> {
    const known = await this.#all(market);
    const missing = mints.filter((mint) => !known.has(mint));
    if (missing.length === 0) return known;
    return new Map([...known, ...(await this.#judged(market, missing))]);
  }

  #all(market: TokenMarketName): Promise<JudgedPrices> {
    const now = this.deps.clock.now().getTime();
    const last = this.#looks.get(market);
    if (last && Math.abs(now - last.at) < LASTS_MS) return last.prices;
    const prices = this.deps.book.heldMints(market).then((held) => this.#judged(market, held));
    this.#looks.set(market, { at: now, prices });
    return prices;
  }

  #judged(market: TokenMarketName, mints: readonly Mint[]): Promise<JudgedPrices> {
    return this.deps.tokens.of(market).judged([...new Set([...mints, SOL_MINT])]);
  }
}
