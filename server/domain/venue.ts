import type { TradingMode } from './mode.ts';

export type PaperVenue = 'SIMULATED' | 'TRADIER_SANDBOX';
export type RealVenue = 'TRADIER_LIVE';

/** Where a trade's orders live. It follows from the row, never from a global setting. */
export type VenueName = PaperVenue | RealVenue;

/** The venues at which one book trades. */
export type VenueOf<M extends TradingMode> = M extends 'REAL' ? RealVenue : PaperVenue;

/** What is always so at a venue, whatever account is asked. */
export interface VenueTraits {
  /** It lives in this program: its orders, prices and money are ours. */
  readonly simulated: boolean;
  /** It trades at any hour; any other keeps the hours of each instrument. */
  readonly alwaysOpen: boolean;
  /** The account's cash is the book's own, so that a difference is a fault of the desk. */
  readonly ownCash: boolean;
  /** Milliseconds by which its quotes are late; it fills by those as well. */
  readonly delayMs: number;
}

/** How late the quotes of a delayed source are. Tradier documents its sandbox as 15 minutes delayed, and it fills on them. */
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
