import type { Username } from '../../domain/ids.ts';
import type { Broker } from '../../ports/broker.ts';
import type { VenueBrokers } from './user-brokers.ts';

/** A venue of our own: each user has one account there, under their own name, and needs no token. */
export function ownAccounts(open: (username: Username) => Broker): VenueBrokers {
  return {
    of: async (username, account) => (account === username ? open(username) : null),
    forEntries: async (username) => open(username),
    whyNone: async () => 'it is no account of this user',
  };
}
