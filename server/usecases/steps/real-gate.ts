import type { Decimal } from '../../domain/decimal.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { accountOf, type VenueAccount } from '../../domain/trade/venue-account.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { BookReader } from '../../ports/book.ts';
import { armedFor, covers, disabled, inForce, noAccountAt } from './armed-for.ts';
import type { BookDeps } from './book-deps.ts';
import {
  checkConfirmed,
  confirm,
  UNCONFIRMED,
  type Asked,
  type Confirmation,
} from './confirmation.ts';

type Gate = Pick<BookDeps, 'book' | 'clock' | 'mayTrade' | 'realMoney'>;

/**
 * Checks that a desk of real money was composed with `realMoney`, which asks for an arming and confirmations.
 * @throws {Error} A desk that trades without it would take every entry unasked.
 */
export function checkLock({ book, mayTrade, realMoney }: Omit<Gate, 'clock'>): void {
  if (book.mode === 'REAL' && mayTrade && !realMoney)
    throw new Error('A desk that trades real money needs its arming and its confirmations.');
}

/** @throws {Refusal} REAL_MODE_DISABLED when this book sends nothing at all. */
export function checkMayTrade({ mayTrade }: Pick<Gate, 'mayTrade'>): void {
  if (!mayTrade) throw disabled('Real trading is off on this desk.');
}

/**
 * Checks that an entry may be asked for at this venue, before the venue or a source is asked about it.
 * @throws {Refusal} REAL_MODE_DISABLED, CONFIRMATION_REQUIRED
 */
export async function admitEntry(deps: Gate, asked: Asked, venue: VenueName): Promise<void> {
  checkMayTrade(deps);
  const { book, realMoney, clock } = deps;
  if (!realMoney) return void checkConfirmed(deps, asked, null);
  const { username } = asked.actor;
  const named = await realMoney.accounts.named(username);
  const place = named.find((each) => each.venue === venue);
  if (!place) throw noAccountAt(venue);
  const arming = await book.read(username).arming();
  checkConfirmed(deps, asked, armedFor(arming, place, clock.now()).id);
}

/**
 * The last check, in the transaction that stores the entry: the user has not disarmed or armed anew since, and the
 * account that the entry goes to is armed.
 * @throws {Refusal} REAL_MODE_DISABLED, CONFIRMATION_REQUIRED
 */
export async function readmitEntry(
  deps: Gate,
  change: Pick<BookReader, 'arming'>,
  asked: Asked,
  place: VenueAccount,
): Promise<void> {
  if (!deps.realMoney) return void checkConfirmed(deps, asked, null);
  checkConfirmed(deps, asked, armedFor(await change.arming(), place, deps.clock.now()).id);
}

/**
 * Whether an entry that waits at the desk may go out now. It was confirmed when it was placed; sending it is an
 * entry all the same, so the user must still be armed.
 */
export async function mayEnterNow(
  { realMoney, clock }: Pick<Gate, 'realMoney' | 'clock'>,
  change: Pick<BookReader, 'arming'>,
  trade: Trade,
): Promise<boolean> {
  if (!realMoney) return true;
  const arming = inForce(await change.arming(), clock.now());
  return arming !== null && covers(arming, accountOf(trade));
}

/**
 * Checks that a close or a move of exits may be asked for. It needs no arming: what is held is never out of reach.
 * Returns the dollars per unit that were confirmed, where the preview was quoted a price.
 * @throws {Refusal} REAL_MODE_DISABLED, CONFIRMATION_REQUIRED
 */
export function admitChange(deps: Gate, asked: Asked): Decimal | null {
  checkMayTrade(deps);
  return checkConfirmed(deps, asked, null);
}

/** The confirmation of an entry that was previewed; none while its account is not armed, and none in PAPER. */
export async function confirmEntry(
  deps: Gate,
  asked: Asked,
  place: VenueAccount,
): Promise<Confirmation> {
  const { book, clock, realMoney } = deps;
  if (!realMoney) return UNCONFIRMED;
  const arming = inForce(await book.read(asked.actor.username).arming(), clock.now());
  return arming && covers(arming, place) ? confirm(deps, asked, arming.id) : UNCONFIRMED;
}

/** The confirmation of a close or a move of exits; none in PAPER, and none while REAL is off. */
export function confirmChange(
  deps: Gate,
  asked: Asked,
  quoted: Decimal | null = null,
): Confirmation {
  return deps.mayTrade ? confirm(deps, asked, null, quoted) : UNCONFIRMED;
}
