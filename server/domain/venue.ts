import type { TradingMode } from './mode.ts';

/** Where a user's options and shares trade in PAPER: the setting of that name. */
export type PaperVenue = 'SIMULATED' | 'TRADIER_SANDBOX';
/** Where tokens trade: on paper we fill them on Jupiter's quotes, for real Jupiter routes their swaps. */
export type TokenVenue = 'JUPITER_PAPER' | 'JUPITER';

/** The venues at which one book trades. */
export type VenueOf<M extends TradingMode> = M extends 'REAL'
  ? 'TRADIER_LIVE' | 'JUPITER'
  : PaperVenue | 'JUPITER_PAPER';

/** Where a trade's orders live. It is stored with the trade, never taken from a global setting. */
export type VenueName = VenueOf<'PAPER'> | VenueOf<'REAL'>;

/** What always holds at a venue, for every account. */
export interface VenueTraits {
  /** It runs in this program: its orders and its money are ours. */
  readonly simulated: boolean;
  /** It trades at any hour; other venues keep the hours of each instrument. */
  readonly alwaysOpen: boolean;
  /** The account's cash is the book's own, so a difference is a fault of the desk. */
  readonly ownCash: boolean;
  /** Delay of its quotes in milliseconds; it also fills on them. */
  readonly delayMs: number;
  /** It counts the cost of a holding by trade, as the book does; other venues count it by lots of their own. */
  readonly costByTrade: boolean;
  /** It holds limits and exits until they are met. At other venues the desk holds them, and sends what is due now. */
  readonly restingOrders: boolean;
  /**
   * What proves that an order never arrived: its absence from the venue's lists, or the chain's height, past
   * which a swap can land no more.
   */
  readonly absence: 'LISTS' | 'BLOCK_HEIGHT';
  /** Its account is a wallet: the chain says what it holds, users may share it, and strangers send it what they like. */
  readonly onChain: boolean;
}

/** The delay of a delayed source: Tradier documents its sandbox as 15 minutes delayed, and it fills on such quotes. */
export const QUOTE_DELAY_MS = 15 * 60_000;

const BROKERAGE = {
  onChain: false,
  restingOrders: true,
  absence: 'LISTS',
  alwaysOpen: false,
  ownCash: false,
  costByTrade: false,
} as const;
const ON_PAPER = {
  onChain: false,
  simulated: true,
  alwaysOpen: true,
  ownCash: true,
  delayMs: 0,
  absence: 'LISTS',
} as const;

export const VENUES: Readonly<Record<VenueName, VenueTraits>> = {
  SIMULATED: { ...ON_PAPER, costByTrade: false, restingOrders: true },
  TRADIER_SANDBOX: { ...BROKERAGE, simulated: false, delayMs: QUOTE_DELAY_MS },
  TRADIER_LIVE: { ...BROKERAGE, simulated: false, delayMs: 0 },
  JUPITER_PAPER: { ...ON_PAPER, costByTrade: true, restingOrders: false },
  JUPITER: {
    ...{ simulated: false, alwaysOpen: true, ownCash: false, delayMs: 0 },
    ...{ costByTrade: false, restingOrders: false, absence: 'BLOCK_HEIGHT', onChain: true },
  },
};

/** The venue of demos, and of users who have chosen none. */
export const DEFAULT_VENUE: PaperVenue = 'SIMULATED';
