import { describeAccount, type VenueAccount } from '../../domain/trade/venue-account.ts';

/** That an account cannot be reached, and why; one sentence. */
export function describeShut(place: VenueAccount, why: string): string {
  return `The account ${describeAccount(place)} cannot be reached: ${why}.`;
}
