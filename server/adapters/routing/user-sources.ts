import { SealBroken } from '../../ports/vault.ts';
import type { UnderlyingFigures } from '../../domain/trade/trade-context.ts';
import type { VenueName } from '../../domain/venue.ts';
import {
  MarketDataUnavailable,
  type FigureSource,
  type MarketData,
  type MarketDataSources,
  type SnapshotSource,
} from '../../ports/market-data.ts';

export interface VenueSources {
  readonly market: MarketData;
  /** A better source of marks than the venue, where the user has one. */
  readonly snapshots: SnapshotSource | null;
  /** Null: nobody knows more of an underlying than its price. */
  readonly figures: FigureSource | null;
}

export type SourceMaker = (username: string) => Promise<VenueSources | null>;

/** A placement waits so long for what is good to know but not needed. */
const PATIENCE_MS = 1_500;

/** Which prices a user's trades at a venue are judged by; users with one token share one source. */
export class UserSources implements MarketDataSources {
  constructor(private readonly makers: Partial<Record<VenueName, SourceMaker>>) {}

  async of(username: string, venue: VenueName): Promise<MarketData> {
    return (await this.#sources(username, venue)).market;
  }

  async snapshotsFor(username: string, venue: VenueName): Promise<SnapshotSource> {
    const { market, snapshots } = await this.#sources(username, venue);
    return snapshots ?? market;
  }

  async figuresOf(
    username: string,
    venue: VenueName,
    underlying: string,
  ): Promise<UnderlyingFigures | null> {
    const patience = new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), PATIENCE_MS).unref();
    });
    // Whatever goes wrong here, an entry must not fail for want of a remark on it.
    const asked = this.#figures(username, venue, underlying).catch(() => null);
    return Promise.race([asked, patience]);
  }

  async #figures(username: string, venue: VenueName, underlying: string) {
    const { figures } = await this.#sources(username, venue);
    return (await figures?.figures(underlying)) ?? null;
  }

  async #sources(username: string, venue: VenueName): Promise<VenueSources> {
    try {
      return (await this.makers[venue]?.(username)) ?? NOBODY;
    } catch (error) {
      // One user's unreadable token must not stop everybody's marks.
      if (!(error instanceof SealBroken)) throw error;
      return sourcesWithout('a stored token cannot be opened: store it again');
    }
  }
}

/** Everything asked is unavailable, with the reason. */
function sourcesWithout(reason: string): VenueSources {
  const unavailable = () => Promise.reject(new MarketDataUnavailable(`No market data: ${reason}.`));
  const market: MarketData = {
    quotes: unavailable,
    expirations: unavailable,
    chain: unavailable,
    session: unavailable,
    officialClose: unavailable,
    candles: unavailable,
    searchSymbols: unavailable,
  };
  return { market, snapshots: null, figures: null };
}

const NOBODY = sourcesWithout('Settings hold no token for this venue');
