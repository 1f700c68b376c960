import { realAccountName } from '../../domain/account/arm-phrase.ts';
import type { VenueName } from '../../domain/venue.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { VenueAccount } from '../../domain/trade/venue-account.ts';
import { isSameAccount } from '../../domain/trade/venue-account.ts';
import type { Arming, RealAccount } from '../../ports/real-money.ts';

const HOUR_MS = 3_600_000;

/** How long REAL stays armed at most. */
export const ARMED_MS = 8 * HOUR_MS;

/** The arming while it is in force; null before and after. */
export function inForce(arming: Arming | null, now: Date): Arming | null {
  return arming && now < arming.until ? arming : null;
}

/** An arming that the venue has not answered yet. It is in force at no moment, and ends as any other does. */
export function underWaySince(id: string, at: Date): Arming {
  return { id, accounts: [], armedAt: at, until: at };
}

export function isUnderWay({ armedAt, until }: Arming): boolean {
  return until <= armedAt;
}

export function covers({ accounts }: Arming, place: VenueAccount): boolean {
  return accounts.some((each) => isSameAccount(each, place));
}

/**
 * The arming under which an entry may go into this account.
 * @throws {Refusal} REAL_MODE_DISABLED
 */
export function armedFor(arming: Arming | null, place: VenueAccount, now: Date): Arming {
  const stands = inForce(arming, now);
  if (!stands) throw disabled('REAL is not armed: no entry with real money is taken.');
  if (covers(stands, place)) return stands;
  const armed = stands.accounts.map(realAccountName).join(' and ');
  throw disabled(`What is armed is ${armed}, and this entry goes elsewhere: arm REAL anew.`);
}

/** Why no arming admits an entry at a venue where the user has no account, and what to do. */
export function noAccountAt(venue: VenueName): Refusal {
  if (venue === 'JUPITER')
    return disabled('No wallet is known here that holds real money: no token is traded with it.');
  return disabled(
    `Settings hold no token and account for ${venue}: store both, then arm REAL. No entry is taken.`,
  );
}

/** Those of the user's accounts that are armed now. */
export function armedAmong(
  arming: Arming | null,
  named: readonly RealAccount[],
  now: Date,
): readonly RealAccount[] {
  const stands = inForce(arming, now);
  return stands ? named.filter((each) => covers(stands, each)) : [];
}

export function disabled(message: string): Refusal {
  return new Refusal('REAL_MODE_DISABLED', message);
}
