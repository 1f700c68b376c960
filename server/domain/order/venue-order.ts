import type { Tag, VenueOrderId } from '../ids.ts';
import type { AccountFigures } from './account-figures.ts';
import type { Decimal } from '../decimal.ts';
import type { OrderSide, OrderType } from './order.ts';
import type { PreparedSwap } from './prepared-swap.ts';

/** UNRECOGNISED: a word that the venue's documents do not have. It is never guessed; a person decides. */
export type VenueOrderStatus =
  | 'PENDING'
  | 'OPEN'
  | 'HELD'
  | 'PARTIALLY_FILLED'
  | 'FILLED'
  | 'CANCELED'
  | 'EXPIRED'
  | 'REJECTED'
  | 'UNRECOGNISED';

export type VenueOrderShape = 'SINGLE' | 'OTO' | 'OCO' | 'OTOCO' | 'UNRECOGNISED';

/** An order as a venue reports it. Parents of OCO and OTOCO carry legs and no price of their own. */
export interface VenueOrder {
  readonly venueOrderId: VenueOrderId;
  readonly tag: Tag | null;
  readonly shape: VenueOrderShape;
  readonly status: VenueOrderStatus;
  /** The venue's own word for the status, for display. */
  readonly rawStatus: string;
  /** A cancel is under way at the venue; until it is done, the order may still fill. */
  readonly cancelPending: boolean;
  readonly symbol: string | null;
  readonly side: OrderSide | null;
  readonly type: OrderType | null;
  readonly quantity: Decimal | null;
  readonly filledQuantity: Decimal;
  /** Null until the venue reports it, even when it already says FILLED. */
  readonly averagePrice: Decimal | null;
  /** Exactly what all fills paid or received, in dollars before the multiplier, where the venue gives it. */
  readonly filledValue?: Decimal;
  /** Fees in dollars, with or without a fill, where the venue names them; else our schedule applies. */
  readonly fees?: Decimal;
  readonly limitPrice: Decimal | null;
  readonly stopPrice: Decimal | null;
  readonly reason: string | null;
  /** The order was refused, and only because of the durations in its submission. */
  readonly refusedDurations?: boolean;
  readonly createdAt: Date | null;
  readonly changedAt: Date | null;
  readonly legs: readonly VenueOrder[];
  /** For a swap that is in a block: which block, how final it is, and the price of SOL for its fees. */
  readonly landed?: Landed;
}

export type Landed = Pick<PreparedSwap, 'slot' | 'finalizedAt' | 'solPrice' | 'solPriceAt'> &
  Partial<Pick<PreparedSwap, 'usdcMoved' | 'solMoved'>>;

/**
 * What the chain says about a swap that was signed. ABSENT: one whole look proved that no block has it, and
 * none can still take it. OPEN: its fate is not known yet.
 */
export type SwapFate =
  { readonly kind: 'LANDED'; readonly report: VenueOrder } | { readonly kind: 'ABSENT' | 'OPEN' };

export interface VenuePosition {
  readonly symbol: string;
  /** Signed: negative for shorts. */
  readonly quantity: Decimal;
  /** Dollars in total, with the multiplier; negative for shorts. */
  readonly costBasis: Decimal;
}

/** A row of a venue's answer that cannot be read. */
export interface UnreadRow {
  /** The order's id or the position's symbol, when at least that can be read. */
  readonly key: string | null;
  /** Why, for the log. */
  readonly reason: string;
}

/** A venue's list for an account. An incomplete list does not prove anything absent. */
export interface VenueList<Row> {
  readonly listed: readonly Row[];
  readonly complete: boolean;
  /** Empty when the list is complete. */
  readonly unread: readonly UnreadRow[];
}

export function completeList<Row>(listed: readonly Row[]): VenueList<Row> {
  return { listed, complete: true, unread: [] };
}

/** What a venue did with a contract that the account held at expiry. */
export interface VenueExpiry {
  readonly symbol: string;
  /** Shares moved by exercise or assignment, signed: positive for shares that came in. */
  readonly shares: Decimal;
  readonly at: Date;
}

export interface VenueBalances {
  readonly cash: Decimal | null;
  readonly equity: Decimal | null;
  readonly buyingPower: Decimal | null;
  /** Given where the venue is a broker. */
  readonly details?: Omit<AccountFigures, 'cash' | 'equity' | 'buyingPower'>;
}
