import type { Username } from '../../domain/ids.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { SettingsStore, Users } from '../../ports/desk.ts';
import type { RealAccount, RealAccounts } from '../../ports/real-money.ts';
import type { UserAccount } from '../../ports/turns.ts';

interface Parts {
  /** Address of the server’s keypair; null when the server has none. */
  readonly address: string | null;
  /** Without an RPC the wallet cannot be read. */
  readonly hasRpc: boolean;
  readonly users: Pick<Users, 'byName' | 'withRole'>;
  readonly settings: Pick<SettingsStore, 'of'>;
  /** Why the keypair file may not be used now, such as its mode; null when it may. */
  readonly fileProblem: () => string | null;
  /** Resolves once the RPC has confirmed the expected cluster. @throws {Error} in words for people. */
  readonly reach: () => Promise<void>;
}

/**
 * The desk's own wallet, for every ADMIN user whose settings name no other wallet. Users who share it see
 * everything that any of them has booked in it.
 */
export class WalletRealAccounts implements RealAccounts {
  constructor(private readonly parts: Parts) {}

  async named(username: Username): Promise<readonly RealAccount[]> {
    const { address: account } = this.parts;
    if (account === null || !(await this.#isAdmin(username))) return [];
    return (await this.#whyLeftOut(username, account)) ? [] : [{ venue: 'JUPITER', account }];
  }

  async leftOut(username: Username): Promise<string | null> {
    const { address } = this.parts;
    if (address === null || !(await this.#isAdmin(username))) return null;
    const why = await this.#whyLeftOut(username, address);
    return why && `The desk’s wallet ${address} is left out: ${why}.`;
  }

  /** All users for whom `named` returns the wallet. */
  async all(): Promise<readonly UserAccount[]> {
    if (this.parts.address === null) return [];
    const admins = await this.parts.users.withRole('ADMIN');
    const named = await Promise.all(
      admins.map(async ({ username }) =>
        (await this.named(username)).map((account) => ({ username, ...account })),
      ),
    );
    return named.flat();
  }

  async prove(username: Username, { account }: RealAccount): Promise<void> {
    const named = await this.named(username);
    if (!named.some((each) => each.account === account)) {
      const why = (await this.leftOut(username)) ?? 'It is not this desk’s wallet.';
      throw badInput('wallet', `The wallet ${account} cannot be used. ${why}`);
    }
    const problem = this.parts.fileProblem();
    if (problem) throw badInput('wallet', `The keypair file of ${account} is refused: ${problem}.`);
    try {
      await this.parts.reach();
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new Refusal('VENUE_UNAVAILABLE', `Solana does not answer for the wallet: ${words}`);
    }
  }

  async #whyLeftOut(username: Username, address: string): Promise<string | null> {
    if (!this.parts.hasRpc) return 'SOLANA_RPC_URL is not set';
    const { wallet } = await this.parts.settings.of(username);
    return wallet !== null && wallet !== address ? `your settings name ${wallet}` : null;
  }

  async #isAdmin(username: Username): Promise<boolean> {
    return (await this.parts.users.byName(username))?.role === 'ADMIN';
  }
}
