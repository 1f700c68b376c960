import type { Mint, Username } from '../../domain/ids.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { refusedLately } from '../../domain/price/refused-lately.ts';
import { badInput } from '../../domain/refusal.ts';
import { parseMint } from '../../domain/token/mint.ts';
import { describeTokenRisk } from '../../domain/token/token-risks.ts';
import type { RefusedPrice, WatchedToken } from '../../ports/price-reader.ts';
import { WATCH, type WatchOutcome } from '../../ports/price-rounds.ts';
import type { FirstLook } from './first-look.ts';
import type { PriceDeps } from './price-deps.ts';
import { judgeFrom, readEvidence, risksOf } from './price-evidence.ts';

/** The most refusals that are returned at once. */
const MOST_REFUSED = 50;

/** Prices of one market's tokens, judged from stored rows. */
export class ReadPrice {
  constructor(
    private readonly deps: PriceDeps,
    private readonly firstLook: FirstLook,
  ) {}

  /** @throws {Refusal} BAD_USER_INPUT for `token`. */
  async priceInfo(username: Username, token: string): Promise<JudgedPrice> {
    const mint = mintOf(token);
    const outcome = await this.#watch(username, mint);
    if (outcome === 'FULL') {
      throw badInput(
        'token',
        `You watch ${WATCH.perUser} tokens already; one that is not asked for is dropped after a day`,
      );
    }
    await this.#waitForFirst(mint, outcome);
    const { price } = await this.#judged([mint]);
    return price(mint);
  }

  /** Readies a token for a user who trades it, however many tokens that user watches. */
  async ready(username: Username, mint: Mint): Promise<void> {
    await this.#waitForFirst(mint, await this.#watch(username, mint));
  }

  async watchedTokens(username: Username): Promise<readonly WatchedToken[]> {
    const { store, clock, starters } = this.deps;
    const known = await store.watches.watchedBy(username, clock.now());
    if (known.length === 0)
      await Promise.all(starters.map((mint) => this.priceInfo(username, mint)));
    const mints = known.length > 0 ? known : starters;
    const { price, evidence } = await this.#judged(mints);
    return mints.map((mint) => {
      const known = evidence.facts.get(mint);
      const facts = known?.facts ?? null;
      const warnings = risksOf(known).map(describeTokenRisk);
      return { mint, facts, warnings, price: price(mint) };
    });
  }

  async refusedPrices(username: Username): Promise<readonly RefusedPrice[]> {
    const { store, clock, roundMs } = this.deps;
    const now = clock.now();
    const mints = await store.watches.watchedBy(username, now);
    const { rounds, closes, facts } = await readEvidence(store, mints, { now, roundMs });
    const refused = mints.flatMap((mint) => {
      const ticker = facts.get(mint)?.facts?.ticker ?? null;
      const earlier = closes.get(mint) ?? [];
      const spells = refusedLately(rounds.get(mint) ?? [], { roundMs, earlier });
      return spells.map((spell) => ({ mint, ticker, ...spell }));
    });
    return refused
      .sort(
        (a, b) => b.until.getTime() - a.until.getTime() || b.since.getTime() - a.since.getTime(),
      )
      .slice(0, MOST_REFUSED);
  }

  #watch(username: Username, mint: Mint): Promise<WatchOutcome> {
    return this.deps.store.watches.watch(username, mint, this.deps.clock.now());
  }

  async #waitForFirst(mint: Mint, outcome: WatchOutcome): Promise<void> {
    if (outcome !== 'WATCHED' || this.firstLook.isLooking(mint)) await this.firstLook.at(mint);
  }

  async #judged(mints: readonly Mint[]) {
    const { store, clock, roundMs } = this.deps;
    const terms = { now: clock.now(), roundMs };
    const evidence = await readEvidence(store, mints, terms);
    return { evidence, price: judgeFrom(evidence, terms) };
  }
}

/** @throws {Refusal} BAD_USER_INPUT for `token`. */
export function mintOf(token: string): Mint {
  const mint = parseMint(token.trim());
  if (!mint)
    throw badInput(
      'token',
      'Give a token’s mint: 32 bytes in base58, in its own case; an OCC symbol; or a ticker in capitals',
    );
  return mint;
}
