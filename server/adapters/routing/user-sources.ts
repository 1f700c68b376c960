import type { Username } from '../../domain/ids.ts';
import { SealBroken } from '../../ports/vault.ts';
import type { UnderlyingFigures } from '../../domain/trade/trade-context.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { VenueName, VenueOf } from '../../domain/venue.ts';
import {
  MarketDataUnavailable,
  type FigureSource,
  type MarketData,
  type MarketDataSources,
  type SnapshotSource,
} from '../../ports/market-data.ts';

export interface VenueSources {
  readonly market: MarketData;
  /** A better source of marks than the venue, when the user has one. */
  readonly snapshots: SnapshotSource | null;
  /** Null: no source knows more of an underlying than its price. */
  readonly figures: FigureSource | null;
}

export type SourceMaker = (username: Username) => Promise<VenueSources | null>;

/** The longest that a placement waits for figures that are useful but not required. */
const PATIENCE_MS = 1_500;

/** Which sources price a user's trades at a venue. Users with the same token share a source. */
export class UserSources<M extends TradingMode> implements MarketDataSources {
  readonly #makers: Partial<Record<VenueName, SourceMaker>>;

  /** The type takes no venue of the other mode. */
  constructor(
    readonly mode: M,
    makers: { readonly [V in VenueOf<M>]?: SourceMaker },
  ) {
    this.#makers = makers;
  }

  async of(username: Username, venue: VenueName): Promise<MarketData> {
    return (await this.#sources(username, venue)).market;
  }

  async snapshotsFor(username: Username, venue: VenueName): Promise<SnapshotSource> {
    const { market, snapshots } = await this.#sources(username, venue);
    return snapshots ?? market;
  }

  async secondOf(username: Username, venue: VenueName): Promise<SnapshotSource | null> {
    return (await this.#sources(username, venue)).snapshots;
  }

  async figuresOf(
    username: Username,
    venue: VenueName,
    underlying: string,
  ): Promise<UnderlyingFigures | null> {
    const patience = new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), PATIENCE_MS).unref();
    });
    // No error here may fail an entry: the figures only annotate it.
    const asked = this.#figures(username, venue, underlying).catch(() => null);
    return Promise.race([asked, patience]);
  }

  async #figures(username: Username, venue: VenueName, underlying: string) {
    const { figures } = await this.#sources(username, venue);
    return (await figures?.figures(underlying)) ?? null;
  }

  async #sources(username: Username, venue: VenueName): Promise<VenueSources> {
    try {
      return (await this.#makers[venue]?.(username)) ?? NOBODY;
    } catch (error) {
      // One user's unreadable token must not stop everyone's marks.
      if (!(error instanceof SealBroken)) throw error;
      return sourcesWithout('a stored token cannot be opened: store it again');
    }
  }
}

/** Sources that answer every request with MarketDataUnavailable and this reason. */
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
