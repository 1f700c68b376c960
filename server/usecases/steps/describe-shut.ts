import { describeAccount, type VenueAccount } from '../../domain/trade/venue-account.ts';

/** Says in one sentence that an account cannot be reached, and why. */
export function describeShut(place: VenueAccount, why: string): string {
  return `The account ${describeAccount(place)} cannot be reached: ${why}.`;
}
