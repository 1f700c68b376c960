import type { Client } from '@urql/svelte';
import {
  PriceHistoryDocument,
  PriceSourcesDocument,
  TokenPoolsDocument,
  WatchedTokensDocument,
  WatchTokenDocument,
} from '../gql/graphql.ts';
import type {
  PriceHistoryQuery,
  PriceSourcesQuery,
  TokenPoolsQuery,
  WatchedTokensQuery,
} from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';
import { lookAgain } from '../lib/look-again.ts';

export type WatchedToken = WatchedTokensQuery['watchedTokens'][number];
export type TokenPools = TokenPoolsQuery['tokenPools'];
export type PriceSources = PriceSourcesQuery;
export type RefusedPrice = PriceSourcesQuery['refusedPrices'][number];
export type ProviderUse = PriceSourcesQuery['providerUsage'][number];
export type PricePoint = PriceHistoryQuery['priceHistory'][number];

/** The desk looks at its sources every ten seconds; half of that shows each look in time. */
const LOOK_MS = 5_000;
const HISTORY_EVERY_LOOKS = 6;
const SOURCES_EVERY_LOOKS = 2;
const DAY_MS = 86_400_000;

/** The tokens that the reader watches, and the last day of one of them. */
export class Prices {
  tokens: readonly WatchedToken[] | null = $state.raw(null);
  /** Why the last look failed; null when it did not. What was shown before stays. */
  error: DeskError | null = $state.raw(null);
  points: readonly PricePoint[] | null = $state.raw(null);
  pointsError: DeskError | null = $state.raw(null);
  /** Pools of the shown token; null until they are read. */
  pools: TokenPools | null = $state.raw(null);
  /** The prices refused lately, and the requests that each source still allows; null until they are read. */
  sources: PriceSources | null = $state.raw(null);

  constructor(
    private readonly client: Client,
    /** The desk's time in milliseconds. */
    private readonly now: () => number,
  ) {}

  /** Looks at once and then every few seconds. Returns a function that stops it. */
  follow(chosen: () => string | null): () => void {
    let looks = 0;
    let shown: string | null = null;
    return lookAgain(async () => {
      await this.look();
      if (looks % SOURCES_EVERY_LOOKS === 0) await this.readSources();
      const mint = chosen();
      if (mint !== null) await this.readPools(mint, mint === shown);
      if (mint !== null && (mint !== shown || looks % HISTORY_EVERY_LOOKS === 0))
        await this.readDay(mint);
      shown = mint;
      looks += 1;
      return LOOK_MS;
    });
  }

  async look(): Promise<void> {
    const { data, error } = await this.client
      .query(WatchedTokensDocument, {}, { requestPolicy: 'network-only' })
      .toPromise();
    this.error = error ? deskError(error) : null;
    if (data) this.tokens = data.watchedTokens;
  }

  async readSources(): Promise<void> {
    const { data } = await this.client
      .query(PriceSourcesDocument, {}, { requestPolicy: 'network-only' })
      .toPromise();
    if (data) this.sources = data;
  }

  /** Replaces the shown day by the last day of this token. */
  async readDay(token: string): Promise<void> {
    const from = new Date(this.now() - DAY_MS).toISOString();
    const { data, error } = await this.client
      .query(PriceHistoryDocument, { token, from, to: null }, { requestPolicy: 'network-only' })
      .toPromise();
    this.pointsError = error ? deskError(error) : null;
    if (data) this.points = data.priceHistory;
  }

  /** Reads a token's pools. `again`: the shown pools stay if the new ones cannot be read. */
  async readPools(token: string, again: boolean): Promise<void> {
    const { data } = await this.client
      .query(TokenPoolsDocument, { token }, { requestPolicy: 'network-only' })
      .toPromise();
    if (data || !again) this.pools = data?.tokenPools ?? null;
  }

  /** Watches a mint from now on. Resolves to why it cannot be watched; null when it is. */
  async watch(token: string): Promise<DeskError | null> {
    const { error } = await this.client
      .query(WatchTokenDocument, { token }, { requestPolicy: 'network-only' })
      .toPromise();
    if (error) return deskError(error);
    await this.look();
    return null;
  }
}
