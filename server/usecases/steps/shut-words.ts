import { accountWords, type VenueAccount } from '../../domain/trade/venue-account.ts';

/** That an account cannot be reached, and why; one sentence. */
export function shutWords(place: VenueAccount, why: string): string {
  return `The account ${accountWords(place)} cannot be reached: ${why}.`;
}
