import {
  baseOf,
  fundsMove,
  type AccountFunds,
  type FundsMove,
} from '../../domain/account/account-funds.ts';
import { namedMoney, type NamedMoney } from '../../domain/account/named-money.ts';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { ZERO, type Decimal } from '../../domain/decimal.ts';
import type { Username } from '../../domain/ids.ts';
import type { VenueBalances } from '../../domain/order/venue-order.ts';
import type { TradeSums } from '../../domain/reconciliation/invariant.ts';
import { describeAccount, isIn, isSameAccount } from '../../domain/trade/venue-account.ts';
import { BrokerBusy, BrokerUnreachable, type Broker } from '../../ports/broker.ts';
import type { BookChange, BookReader } from '../../ports/book.ts';
import { ConfirmedFinding } from '../steps/confirmed-finding.ts';

const DAY_MS = 86_400_000;
/** How long a settlement at expiry may take to reach the account's cash, over a long weekend. */
const SETTLES_MS = 5 * DAY_MS;
const LISTED_BEFORE_MS = 3 * DAY_MS;
const FIRST_SEEN = 'what it held when first seen';
const UNNAMED = 'not by an order of this desk';

/** One look at an account's money. */
export interface FundsLook {
  readonly broker: Broker;
  readonly balances: VenueBalances;
  /** Nothing is under way there, and what is held agrees: its cash will not change by itself. */
  readonly settled: boolean;
  /** What the book's trades have moved, by account, as read by the reader or change that goes with this look. */
  readonly sums: readonly TradeSums[];
  readonly at: Date;
}

/** What may be booked by this look: what the look before showed too, at an account at rest. */
export interface FundsProposal {
  readonly move: FundsMove | null;
  /** What the venue's statement says of it; null when it says nothing, or was not asked. */
  readonly named: NamedMoney | null;
  /** Only one look has seen it, before the account's first trade: it counts as long as there is no trade. */
  readonly beforeTrades?: boolean;
}

/** What the comparison of an account's money needs to know; null for a book of paper money. */
export interface FundsFound {
  /** Null until the account's first cash is booked. */
  readonly deposited: Decimal | null;
  /** Money seems to have come or gone; the next look confirms it or not. */
  readonly arriving: boolean;
}

/**
 * Books as deposits what REAL's accounts held when first seen, and what has come or gone since other than by the
 * desk's orders: never before two looks in a row agree, and never what the desk's orders explain. Each account
 * counts by itself, and each amount is booked in the transaction that remembers it.
 */
export class FollowFunds {
  readonly #looks = new ConfirmedFinding();

  /** Finds, outside the transaction, whether a look repeats the one before, and what the venue calls the money. */
  async propose(reader: BookReader, username: Username, look: FundsLook): Promise<FundsProposal> {
    const { broker, settled } = look;
    const { move, base } = await moveAt(reader, look);
    const found = move && settled && move.kind !== 'NOTHING' ? [keyOf(move)] : [];
    const key = `${username} ${describeAccount(broker)}`;
    const confirmed = this.#looks.look(key, found, true).twice.length > 0;
    if (!move || !settled) return NOTHING_TO_BOOK;
    // Before its first trade an account's cash is its own: there is nothing to wait for.
    if (move.kind === 'FIRST' && base === 'UNTOUCHED')
      return { move, named: null, beforeTrades: !confirmed };
    if (!confirmed) return NOTHING_TO_BOOK;
    const named = base instanceof Date ? await askName(broker, move, base) : null;
    if (named || move.kind === 'FIRST') return { move, named };
    const unclear = move.kind === 'UNCLEAR' || (await settlesYet(reader, look));
    return unclear ? NOTHING_TO_BOOK : { move, named };
  }

  /** Within the change that compares the account, books what was proposed, if it is still so. */
  async follow(change: BookChange, look: FundsLook, proposal: FundsProposal): Promise<FundsFound> {
    const { broker, balances, at } = look;
    const { known, move, money } = await moveAt(change, look);
    const seen = seenFunds(known, broker, { balances, at });
    // An entry may have been sent, and filled, after the look read the book and before it read the cash.
    const traded = proposal.beforeTrades && (await change.activeTrades()).some(isIn(broker));
    const booking = move && !traded && bookingOf(move, look.settled, proposal);
    if (!money || !booking) {
      await change.keepFunds(seen);
      return { deposited: seen.deposited, arriving: move?.kind === 'CAME' };
    }
    const { amount, words } = booking;
    const { venue, account } = broker;
    if (!amount.isZero()) await change.deposit(amount, at, 'venue', { venue, account, words });
    const deposited = (seen.deposited ?? ZERO).plus(amount);
    const { cash: baseCash, cashFlow: baseCashFlow, fees: baseFees } = money;
    await change.keepFunds({ ...seen, deposited, baseCash, baseCashFlow, baseFees, basedAt: at });
    return { deposited, arriving: false };
  }
}

/** What is booked of a move; later cash is compared from there on. Null while nothing may be booked. */
function bookingOf(
  move: FundsMove,
  settled: boolean,
  { move: proposed, named }: FundsProposal,
): NamedMoney | null {
  if (settled && move.kind === 'NOTHING') return { amount: ZERO, words: '' };
  if (!proposed || keyOf(move) !== keyOf(proposed)) return null;
  if (move.kind === 'FIRST') return { amount: move.amount, words: FIRST_SEEN };
  if (move.kind === 'CAME') return { amount: move.amount, words: named?.words ?? UNNAMED };
  return named;
}

const NOTHING_TO_BOOK: FundsProposal = { move: null, named: null };

function keyOf({ kind, amount }: FundsMove): string {
  return `${kind} ${amount.toFixed()}`;
}

/** `base`: what later cash is compared with; UNTOUCHED where no trade has moved any. */
async function moveAt(reader: BookReader, { broker, balances, sums }: FundsLook) {
  const known = (await reader.accountFunds()).find((each) => isSameAccount(each, broker)) ?? null;
  const here = sums.find((each) => isSameAccount(each, broker));
  const { cash } = balances;
  const money = cash && { cash, cashFlow: here?.cashFlow ?? ZERO, fees: here?.fees ?? ZERO };
  const then = baseOf(known);
  const base = then?.at ?? (here ? null : ('UNTOUCHED' as const));
  return { known, money, base, move: money && fundsMove(then, money) };
}

/** Also returns when the venue cannot be asked: money without a name is booked without one. */
async function askName(broker: Broker, { amount, tolerance }: FundsMove, since: Date) {
  try {
    // A transfer is listed with the day on which it was asked for.
    const from = exchangeDate(new Date(since.getTime() - LISTED_BEFORE_MS));
    const events = await broker.accountHistory(from);
    return events && namedMoney(events, amount, tolerance);
  } catch (error) {
    if (error instanceof BrokerUnreachable || error instanceof BrokerBusy) return null;
    throw error;
  }
}

/** A contract that was settled lately may not have moved the account's cash yet. */
async function settlesYet(reader: BookReader, { broker, at }: FundsLook): Promise<boolean> {
  const closedFrom = new Date(at.getTime() - SETTLES_MS);
  const closed = await reader.closedTrades({ closedFrom });
  return closed.some(
    ({ venue, venueAccount, status }) =>
      isSameAccount({ venue, account: venueAccount }, broker) && status === 'EXPIRED_ITM',
  );
}

function seenFunds(
  known: AccountFunds | null,
  { venue, account }: Broker,
  { balances, at }: Pick<FundsLook, 'balances' | 'at'>,
): AccountFunds {
  const unbooked = {
    ...{ deposited: null, baseCash: null, baseCashFlow: null, baseFees: null },
    ...{ baseSol: null, baseSolMoved: null },
  };
  return {
    ...{ ...unbooked, basedAt: null, ...known },
    ...figuresOf(balances),
    ...{ venue, account, asOf: at },
  };
}

function figuresOf(balances: VenueBalances) {
  const { cash, equity, buyingPower, details } = balances;
  return {
    ...{ cash, equity, buyingPower, type: details?.type ?? null },
    shareBuyingPower: details?.shareBuyingPower ?? null,
    dayTradeBuyingPower: details?.dayTradeBuyingPower ?? null,
    unsettledCash: details?.unsettledCash ?? null,
    marginCall: details?.marginCall ?? null,
  };
}
