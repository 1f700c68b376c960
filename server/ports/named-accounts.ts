import type { Username } from '../domain/ids.ts';
import type { VenueAccount } from '../domain/trade/venue-account.ts';
import type { UserAccount } from './turns.ts';

/** Accounts of real money that users' settings name, whether anything was traded there or not. */
export interface NamedAccounts {
  all(): Promise<readonly UserAccount[]>;
  of(username: Username): Promise<readonly VenueAccount[]>;
}
