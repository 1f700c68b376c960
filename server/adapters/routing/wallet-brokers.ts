import type { Username } from '../../domain/ids.ts';
import type { Broker } from '../../ports/broker.ts';
import type { Users } from '../../ports/desk.ts';
import type { RealAccounts } from '../../ports/real-money.ts';
import type { VenueBrokers } from './user-brokers.ts';

interface Parts {
  /** Address of the server's key; null when the server has none, or no RPC to read its wallet. */
  readonly address: string | null;
  readonly users: Pick<Users, 'byName'>;
  readonly accounts: Pick<RealAccounts, 'named'>;
  readonly open: (username: Username) => Broker;
}

/**
 * The desk's own wallet, which trades for ADMIN users. Trades held there can be reached while their user is
 * an ADMIN, even when the user's settings now name another wallet; new entries need it named.
 */
export class WalletBrokers implements VenueBrokers {
  constructor(private readonly parts: Parts) {}

  async of(username: Username, account: string): Promise<Broker | null> {
    const { address, open } = this.parts;
    if (address === null || account !== address) return null;
    return (await this.#isAdmin(username)) ? open(username) : null;
  }

  async forEntries(username: Username): Promise<Broker | null> {
    const named = await this.parts.accounts.named(username);
    const wallet = named.find(({ venue }) => venue === 'JUPITER');
    return wallet ? this.of(username, wallet.account) : null;
  }

  async whyNone(username: Username, account: string): Promise<string> {
    const { address } = this.parts;
    if (address === null) return 'this server has no key for it, or no RPC to see it by';
    if (account !== address) return `this server’s key is for ${address}`;
    return (await this.#isAdmin(username)) ? 'it is not named' : 'it trades for ADMIN users only';
  }

  async #isAdmin(username: Username): Promise<boolean> {
    return (await this.parts.users.byName(username))?.role === 'ADMIN';
  }
}
