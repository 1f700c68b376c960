import type { TradingMode } from './mode.ts';

export type PaperVenue = 'SIMULATED' | 'TRADIER_SANDBOX';
export type RealVenue = 'TRADIER_LIVE';

/** Where a trade's orders live. It is stored with the trade, never taken from a global setting. */
export type VenueName = PaperVenue | RealVenue;

/** The venues at which one book trades. */
export type VenueOf<M extends TradingMode> = M extends 'REAL' ? RealVenue : PaperVenue;

/** What always holds at a venue, for every account. */
export interface VenueTraits {
  /** It runs in this program: its orders, prices and money are ours. */
  readonly simulated: boolean;
  /** It trades at any hour; other venues keep the hours of each instrument. */
  readonly alwaysOpen: boolean;
  /** The account's cash is the book's own, so a difference is a fault of the desk. */
  readonly ownCash: boolean;
  /** Delay of its quotes in milliseconds; it also fills on them. */
  readonly delayMs: number;
}

/** The delay of a delayed source: Tradier documents its sandbox as 15 minutes delayed, and it fills on such quotes. */
export const QUOTE_DELAY_MS = 15 * 60_000;

export const VENUES: Readonly<Record<VenueName, VenueTraits>> = {
  SIMULATED: { simulated: true, alwaysOpen: true, ownCash: true, delayMs: 0 },
  TRADIER_SANDBOX: {
    ...{ simulated: false, alwaysOpen: false, ownCash: false },
    delayMs: QUOTE_DELAY_MS,
  },
  TRADIER_LIVE: { simulated: false, alwaysOpen: false, ownCash: false, delayMs: 0 },
};

/** The venue of demos, and of users who have chosen none. */
export const DEFAULT_VENUE: PaperVenue = 'SIMULATED';
