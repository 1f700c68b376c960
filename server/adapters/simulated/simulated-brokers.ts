import type { Username } from '../../domain/ids.ts';
import type { SimulatedBroker } from './simulated-broker.ts';

/** At the simulated venue a user has one account, under their own name, and needs no token. */
export function simulatedBrokers(open: (username: Username) => SimulatedBroker) {
  return {
    of: async (username: Username, account: string) =>
      account === username ? open(username) : null,
    forEntries: async (username: Username) => open(username),
    whyNone: async () => 'it is no account of this user',
  };
}
