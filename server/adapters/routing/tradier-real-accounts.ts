import type { Username } from '../../domain/ids.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { RealAccount, RealAccounts } from '../../ports/real-money.ts';
import { SealBroken } from '../../ports/vault.ts';
import type { TradierAccess, TradierCredentials } from './tradier-credentials.ts';

/** One account of a token's owner, as the venue's profile lists it. */
export interface OwnedAccount {
  readonly account: string;
  readonly active: boolean;
}

/** Accounts at Tradier's production: named by the settings, proven by the profile of the token's owner. */
export class TradierRealAccounts implements RealAccounts {
  constructor(
    private readonly credentials: Pick<TradierCredentials, 'access'>,
    /** The token owner's accounts; null: the venue refuses the token. Throws when the venue does not answer. */
    private readonly ownedBy: (token: string) => Promise<readonly OwnedAccount[] | null>,
  ) {}

  async named(username: Username): Promise<readonly RealAccount[]> {
    const { account } = (await this.#readable(username)) ?? {};
    return account ? [{ venue: 'TRADIER_LIVE', account }] : [];
  }

  leftOut(): Promise<null> {
    return Promise.resolve(null);
  }

  async prove(username: Username, { venue, account }: RealAccount): Promise<void> {
    const access = venue === 'TRADIER_LIVE' ? await this.#readable(username) : null;
    if (access?.account !== account) throw notTheirs(account, 'the settings do not name it');
    const owned = await this.#ask(access.token);
    if (!owned) throw notTheirs(account, 'the venue refuses the stored token');
    const found = owned.find((each) => each.account === account);
    if (!found) throw notTheirs(account, 'the stored token does not own it');
    if (!found.active) throw notTheirs(account, 'it is not active');
  }

  async #ask(token: string): Promise<readonly OwnedAccount[] | null> {
    try {
      return await this.ownedBy(token);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new Refusal('VENUE_UNAVAILABLE', `Tradier does not tell whose account it is: ${words}`);
    }
  }

  /** A credential that cannot be opened arms nothing. */
  async #readable(username: Username): Promise<TradierAccess | null> {
    try {
      return await this.credentials.access(username);
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }
}

function notTheirs(account: string, why: string): Refusal {
  return badInput('tradierLive.accountId', `Account ${account} cannot be used: ${why}.`);
}
