import type { Instrument } from '../domain/instrument/instrument.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { AccountEvent, ClosedPosition } from '../domain/order/account-event.ts';
import type { FillModel } from '../domain/matching/fill-model.ts';
import type { Order } from '../domain/order/order.ts';
import type {
  VenueBalances,
  VenueExpiry,
  VenueList,
  VenueOrder,
  VenuePosition,
} from '../domain/order/venue-order.ts';
import type { VenueName } from '../domain/venue.ts';
import type { VenueAccount } from '../domain/trade/venue-account.ts';

/**
 * What goes to the venue in one request. `orders` are in wire order: SINGLE has one; OTOCO the entry,
 * then target and stop; OTO the entry, then its one exit; OCO the target, then the stop. All carry `tag`.
 */
export interface Submission {
  readonly shape: 'SINGLE' | 'OTO' | 'OTOCO' | 'OCO';
  readonly tag: string;
  readonly instrument: Instrument;
  readonly orders: readonly Order[];
  /** For the simulated venue: how the trade's orders fill, whatever its user has chosen since; else by that choice. */
  readonly fillModel?: FillModel | null;
}

/** Null: the order has none of that kind. */
export interface OrderPrices {
  readonly limitPrice: Decimal | null;
  readonly stopPrice: Decimal | null;
}

export interface BrokerPreview {
  readonly cost: Decimal | null;
  readonly fees: Decimal | null;
}

/** What a venue takes. Exits closer than `minExitGap`, or of a kind that it does not take, we watch ourselves. */
export interface VenueRules {
  readonly minExitGap: Decimal;
  /** Fills come from our matching engine, so that each trade names the model. */
  readonly simulated: boolean;
  /** Trading never closes. */
  readonly alwaysOpen: boolean;
  /** The list of orders goes back only to the exchange's midnight: absence proves nothing for older ones. */
  readonly listsCurrentDayOnly: boolean;
  /** An OTOCO may start with a market order. */
  readonly marketEntryInBracket: boolean;
  /** Orders of one submission may stand differently long: an entry for the day, its exits until canceled. */
  readonly mixedDurations: boolean;
  /** Exits may stand until canceled; else for the day. */
  readonly standingExits: boolean;
  /** Which lone exit an entry may bring along: one above the entry's price, or none. */
  readonly loneExitWithEntry: 'ABOVE' | 'NONE';
}

/**
 * One account at one venue, real or simulated.
 *
 * A venue is slow, and may answer late or not at all; `place` promises only that the order was handed
 * over. It is called once for a submission, ever: no venue of ours has an idempotency key. After a
 * lost answer only reconciliation, by tag, says whether it arrived.
 */
export interface Broker {
  readonly venue: VenueName;
  readonly account: string;
  readonly rules: VenueRules;
  /**
   * Resolves to the venue's id of the order, or of the parent of an OTOCO or OCO.
   * @throws {BrokerRejected} it refused, and says why.
   * @throws {BrokerUnreachable} nobody knows.
   * @throws {BrokerBusy} it was not taken, for a reason that passes.
   */
  place(submission: Submission): Promise<string>;
  /** Asks what it would cost and whether it would be taken. @throws {BrokerRejected} @throws {BrokerUnreachable} */
  preview(submission: Submission): Promise<BrokerPreview>;
  /**
   * Moves the price of a standing order that is no leg of a bracket; resolves once asked for.
   * @throws {BrokerRejected} @throws {BrokerUnreachable} @throws {BrokerBusy}
   */
  change(venueOrderId: string, prices: OrderPrices): Promise<void>;
  /** Resolves once cancellation is asked for, which is not yet canceled; also where it was final already. */
  cancel(venueOrderId: string): Promise<void>;
  /** Null where the venue does not know it. `urgent`: an exit waits for the answer, so it goes before polls. */
  order(venueOrderId: string, urgent?: boolean): Promise<VenueOrder | null>;
  /**
   * Every order that the venue lists, all pages, tags included. Rows are read one by one: what cannot be
   * read is left out and makes the list incomplete.
   */
  orders(): Promise<VenueList<VenueOrder>>;
  /** What the account holds; rows are read as those of `orders`. */
  positions(): Promise<VenueList<VenuePosition>>;
  balances(): Promise<VenueBalances>;
  /**
   * The account's statement from an exchange date on (YYYY-MM-DD), oldest first; of one symbol where it
   * is given. Written at night: today is not in it. Null where the venue keeps none for this account.
   * @throws {BrokerUnreachable}
   */
  accountHistory(from: string, symbol?: string): Promise<readonly AccountEvent[] | null>;
  /** Positions closed from an exchange date on, by the venue's count; terms as `accountHistory`. */
  closedPositions(from: string, symbol?: string): Promise<readonly ClosedPosition[] | null>;
  /**
   * What it did with a contract that the account held to its expiry; null where it held none. Absent at
   * venues that do not say at once: there positions and statement tell, the day after.
   */
  expired?(symbol: string): Promise<VenueExpiry | null>;
}

export class BrokerRejected extends Error {
  override readonly name = 'BrokerRejected';

  constructor(
    message: string,
    /** It was only about how long the orders are to stand. */
    readonly ofDurations = false,
  ) {
    super(message);
  }
}

/** It surely never left, or was turned away for want of room: it may be asked again later. */
export class BrokerBusy extends Error {
  override readonly name = 'BrokerBusy';
}

export class BrokerUnreachable extends Error {
  override readonly name = 'BrokerUnreachable';
}

/** The venue refuses the token: nothing is known, and asking again is in vain until a person replaces it. */
export class TokenRefused extends BrokerUnreachable {}

/** It refused, did not answer, or had no room; anything else is a fault of the desk. */
export function isBrokerError(
  error: unknown,
): error is BrokerRejected | BrokerBusy | BrokerUnreachable {
  return (
    error instanceof BrokerRejected ||
    error instanceof BrokerBusy ||
    error instanceof BrokerUnreachable
  );
}

/** A user's brokers. Which one a trade has follows from its row, never from what settings say later. */
export interface Brokers {
  /**
   * The broker of the account that a trade was made in. Null where no stored token answers for that
   * account: then no order goes out, for no other account will do.
   */
  of(username: string, place: VenueAccount): Promise<Broker | null>;
  /** Of the account that settings name now, where new entries go; null where they name none. */
  forEntries(username: string, venue: VenueName): Promise<Broker | null>;
  /** Why `of` has none, in words that end a sentence: they begin in lower case and have no full stop. */
  whyNone(username: string, place: VenueAccount): Promise<string>;
}
