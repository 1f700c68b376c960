import type { Tag, Username, VenueOrderId } from '../domain/ids.ts';
import type { Instrument } from '../domain/instrument/instrument.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { AccountEvent, ClosedPosition } from '../domain/order/account-event.ts';
import type { FillFit, FillModel } from '../domain/matching/fill-model.ts';
import type { Order } from '../domain/order/order.ts';
import type { PreparedSwap } from '../domain/order/prepared-swap.ts';
import type { RiskCheck } from '../domain/refusal.ts';
import type {
  SwapFate,
  VenueBalances,
  VenueExpiry,
  VenueList,
  VenueOrder,
  VenuePosition,
} from '../domain/order/venue-order.ts';
import type { VenueName } from '../domain/venue.ts';
import type { VenueAccount } from '../domain/trade/venue-account.ts';

/**
 * One request to the venue. `orders` are in wire order: SINGLE has one; OTOCO has the entry, then target and
 * stop; OTO has the entry, then its one exit; OCO has the target, then the stop. All orders carry `tag`.
 */
export interface Submission {
  readonly shape: 'SINGLE' | 'OTO' | 'OTOCO' | 'OCO';
  readonly tag: Tag;
  readonly instrument: Instrument;
  readonly orders: readonly Order[];
  /**
   * Simulated venue only: how the trade's orders fill, whatever the user has chosen since. Without it, the
   * user's current choice applies.
   */
  readonly fillModel?: FillModel | null;
  /** The fit that CALIBRATED fills by; other models have none. */
  readonly fillFit?: FillFit | null;
  /** For a person's close: dollars per unit that they confirmed; null: they were quoted no price. */
  readonly confirmedPrice?: Decimal | null;
}

/** Null: the order has no price of that kind. */
export interface OrderPrices {
  readonly limitPrice: Decimal | null;
  readonly stopPrice: Decimal | null;
}

export interface BrokerPreview {
  readonly cost: Decimal | null;
  readonly fees: Decimal | null;
}

/**
 * What a venue accepts. The desk itself watches exits that are closer than `minExitGap` or of a kind that the
 * venue does not accept.
 */
export interface VenueRules {
  readonly minExitGap: Decimal;
  /** The market never closes. */
  readonly alwaysOpen: boolean;
  /** The order list goes back only to midnight at the exchange, so it proves nothing about older orders. */
  readonly listsCurrentDayOnly: boolean;
  /** An OTOCO may start with a market order. */
  readonly marketEntryInBracket: boolean;
  /** Orders of one submission may have different durations: a DAY entry with GTC exits. */
  readonly mixedDurations: boolean;
  /** Exits may be GTC; otherwise they are DAY orders. */
  readonly standingExits: boolean;
  /** Which single exit may go along with an entry: one above the entry's price, or none. */
  readonly loneExitWithEntry: 'ABOVE' | 'NONE';
  /** The venue holds limits and exits until they are met; elsewhere the desk holds them. See `VENUES`. */
  readonly restingOrders: boolean;
}

/** An order that the desk's own inspection has passed. Nothing is signed, and nothing can be sent. */
export interface PreparedOrder {
  /** Stored with the order before it is signed. */
  readonly swap: PreparedSwap;
  /** Signs it, which sends nothing. @throws {BrokerBusy} it is not signed. */
  sign(): Promise<SignedOrder>;
}

/** A signed order, whose id is known before it is sent. */
export interface SignedOrder {
  readonly venueOrderId: VenueOrderId;
  /** See `PreparedSwap`; as of the signing. */
  readonly lastValidHeight: number;
  /**
   * Hands it over, once; `fateOf` returns what became of it.
   * @throws {BrokerUnreachable} it is not known whether it arrived.
   */
  send(): Promise<void>;
}

/**
 * One account at one venue, real or simulated.
 *
 * A venue is slow and may answer late or never; `place` promises only that the order was handed over. It is
 * called at most once per submission, because none of our venues has an idempotency key. After a lost answer
 * only reconciliation, by tag, shows whether the order arrived.
 */
export interface Broker {
  readonly venue: VenueName;
  readonly account: string;
  readonly rules: VenueRules;
  /**
   * Resolves to the venue's id of the order, or of the parent of an OTOCO or OCO.
   * @throws {BrokerRejected} the venue refused, with its reason.
   * @throws {BrokerUnreachable} the outcome is unknown.
   * @throws {BrokerBusy} the order was not taken, for a temporary reason.
   */
  place(submission: Submission): Promise<string>;
  /**
   * Used instead of `place` where the desk signs: inspects the order as it would be signed. The desk
   * stores the result, signs, stores the signature, and only then sends.
   * @throws {InspectionRefused} @throws {BrokerRejected} the venue does not build it.
   * @throws {BrokerBusy} it cannot be decided now. Nothing was signed, whatever is thrown.
   */
  prepare?(submission: Submission): Promise<PreparedOrder>;
  /**
   * Goes with `prepare`: what became of a signed order, by its id and what was stored with it.
   * @throws {BrokerUnreachable} the chain cannot be known now; nothing follows from that.
   */
  fateOf?(submission: Submission): Promise<SwapFate>;
  /**
   * Asks what the orders would cost and whether the venue would take them.
   * @throws {BrokerRejected} @throws {BrokerUnreachable}
   */
  preview(submission: Submission): Promise<BrokerPreview>;
  /**
   * Changes the price of a working order that is not a leg of a bracket. Resolves once the change is
   * requested.
   * @throws {BrokerRejected} @throws {BrokerUnreachable} @throws {BrokerBusy}
   */
  change(venueOrderId: VenueOrderId, prices: OrderPrices): Promise<void>;
  /** Resolves once the cancel is requested; the order is not canceled yet. Also resolves for a final order. */
  cancel(venueOrderId: VenueOrderId): Promise<void>;
  /**
   * Null when the venue does not know the order. `urgent`: an exit waits for the answer, so it goes before
   * polls.
   */
  order(venueOrderId: VenueOrderId, urgent?: boolean): Promise<VenueOrder | null>;
  /**
   * Every order that the venue lists, all pages, with tags. Rows are read one by one: an unreadable row is
   * left out and makes the list incomplete.
   */
  orders(): Promise<VenueList<VenueOrder>>;
  /** The account's holdings. Rows are read like those of `orders`. */
  positions(): Promise<VenueList<VenuePosition>>;
  balances(): Promise<VenueBalances>;
  /**
   * The account's statement from an exchange date on (YYYY-MM-DD), oldest first; for one symbol when given.
   * The venue writes it at night, so today is missing. Null when the venue keeps none for this account.
   * @throws {BrokerUnreachable}
   */
  accountHistory(from: string, symbol?: string): Promise<readonly AccountEvent[] | null>;
  /** Positions closed from an exchange date on, by the venue's count. Same terms as `accountHistory`. */
  closedPositions(from: string, symbol?: string): Promise<readonly ClosedPosition[] | null>;
  /**
   * What the venue did with a contract that the account held to expiry; null when it held none. Absent at
   * venues that do not report it at once: there, positions and statement show it the day after.
   */
  expired?(symbol: string): Promise<VenueExpiry | null>;
}

export class BrokerRejected extends Error {
  override readonly name = 'BrokerRejected';

  constructor(
    message: string,
    /** The refusal concerns only the orders' durations. */
    readonly ofDurations = false,
    /** The venue refuses the token or its use of the account: 401 or 403. */
    readonly ofToken = false,
  ) {
    super(message);
  }
}

/** Our own inspection refuses to sign what the venue has built. */
export class InspectionRefused extends BrokerRejected {
  constructor(
    message: string,
    /** Every rule with its outcome. */
    readonly checks: readonly RiskCheck[],
  ) {
    super(message);
  }
}

/** The request certainly never left, or was turned away for lack of capacity. It may be sent again later. */
export class BrokerBusy extends Error {
  override readonly name = 'BrokerBusy';
}

export class BrokerUnreachable extends Error {
  override readonly name = 'BrokerUnreachable';
}

/** The venue refuses the token. The outcome is unknown, and a retry is useless until a person replaces it. */
export class TokenRefused extends BrokerUnreachable {}

/** A broker whose orders are prepared, signed and then sent. */
export type PreparingBroker = Broker & Required<Pick<Broker, 'prepare' | 'fateOf'>>;

export function isPreparing(broker: Broker): broker is PreparingBroker {
  return broker.prepare !== undefined && broker.fateOf !== undefined;
}

/** The broker refused, did not answer or was busy. Any other error is a fault of the desk. */
export function isBrokerError(
  error: unknown,
): error is BrokerRejected | BrokerBusy | BrokerUnreachable {
  return (
    error instanceof BrokerRejected ||
    error instanceof BrokerBusy ||
    error instanceof BrokerUnreachable
  );
}

/** A user's brokers. A trade's own row decides its broker, never the current settings. */
export interface Brokers {
  /**
   * The broker of the account in which a trade was made. Null when no stored token reaches that account: then
   * no order goes out, because no other account will do.
   */
  of(username: Username, place: VenueAccount): Promise<Broker | null>;
  /** The broker of the account that the settings name now, where new entries go; null when they name none. */
  forEntries(username: Username, venue: VenueName): Promise<Broker | null>;
  /** Why `of` returns null, as the end of a sentence: lower case at the start and no full stop. */
  whyNone(username: Username, place: VenueAccount): Promise<string>;
}
