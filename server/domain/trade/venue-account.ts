import type { VenueName } from '../venue.ts';
import type { Trade } from './trade.ts';

/** One account at one venue. A trade stores the account in which it was made, whatever the settings say later. */
export interface VenueAccount {
  readonly venue: VenueName;
  readonly account: string;
}

type Placed = Pick<Trade, 'venue' | 'venueAccount'>;

export function accountOf({ venue, venueAccount }: Placed): VenueAccount {
  return { venue, account: venueAccount };
}

export function isSameAccount(one: VenueAccount, other: VenueAccount): boolean {
  return one.venue === other.venue && one.account === other.account;
}

/** A filter by whether a trade was made in this account. */
export function isIn(place: VenueAccount) {
  return ({ trade }: { readonly trade: Placed }): boolean => isSameAccount(accountOf(trade), place);
}

/** The accounts in which trades were made, each once, in the order of the trades. */
export function accountsOf(trades: Iterable<Placed>): readonly VenueAccount[] {
  const found = new Map<string, VenueAccount>();
  for (const trade of trades) {
    const place = accountOf(trade);
    const key = describeAccount(place);
    if (!found.has(key)) found.set(key, place);
  }
  return [...found.values()];
}

/** `TRADIER_SANDBOX VA1`: for sentences, and as a key. */
export function describeAccount({ venue, account }: VenueAccount): string {
  return `${venue} ${account}`;
}
