import type { Username } from '../../domain/ids.ts';
import { SealBroken } from '../../ports/vault.ts';
import type { TokenAnswer } from '../wire/token-answer.ts';
import type { Broker } from '../../ports/broker.ts';
import type { VenueBrokers } from './user-brokers.ts';

export interface TokenBrokerParts {
  /** Stored tokens that may trade for a user, first the one that the settings prefer. @throws {SealBroken} */
  readonly tokens: (username: Username) => Promise<readonly string[]>;
  /** The settings' choice for new entries; null when they name none. @throws {SealBroken} */
  readonly named: (username: Username) => Promise<{ token: string; account: string } | null>;
  /** Whether a token has access to an account. */
  readonly answer: (token: string, account: string) => Promise<TokenAnswer>;
  readonly make: (token: string, account: string) => Promise<Broker>;
}

/**
 * Accounts at a venue that is accessed with tokens. An account is open while a stored token has access to it,
 * whatever account the settings name for new entries. A replaced or cleared token is not kept anywhere.
 */
export class TokenBrokers implements VenueBrokers {
  constructor(private readonly parts: TokenBrokerParts) {}

  async of(username: Username, account: string): Promise<Broker | null> {
    const { make } = this.parts;
    const token = await this.tokenFor(username, account);
    return token === null ? null : make(token, account);
  }

  async forEntries(username: Username): Promise<Broker | null> {
    const named = await this.parts.named(username);
    return named && this.parts.make(named.token, named.account);
  }

  async whyNone(username: Username, account: string): Promise<string> {
    try {
      const [token] = await this.parts.tokens(username);
      if (token === undefined) return 'no token is stored for it';
      const { words } = await this.parts.answer(token, account);
      return `the stored token does not answer for it (“${words}”)`;
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return 'its stored token cannot be opened: store it again';
    }
  }

  /** A token known to have access; otherwise one whose access is unknown, since the venue may be down. */
  async tokenFor(username: Username, account: string): Promise<string | null> {
    let perhaps: string | null = null;
    for (const token of await this.#readable(username)) {
      const { open } = await this.parts.answer(token, account);
      if (open === true) return token;
      if (open === null) perhaps ??= token;
    }
    return perhaps;
  }

  async #readable(username: Username): Promise<readonly string[]> {
    try {
      return await this.parts.tokens(username);
    } catch (error) {
      if (error instanceof SealBroken) return [];
      throw error;
    }
  }
}
