import type { Username } from '../../domain/ids.ts';
import type { SettingsStore } from '../../ports/desk.ts';
import { SealBroken, type Vault } from '../../ports/vault.ts';
import type { KnownToken, TradierAccess, TradierCredentials } from './tradier-credentials.ts';

/**
 * A user's own credentials for Tradier's production, unsealed. The server has no token for all: real money is
 * traded with its owner's token or not at all. PAPER cannot reach this file.
 */
export class RealCredentials implements TradierCredentials {
  constructor(
    private readonly settings: Pick<SettingsStore, 'of'>,
    private readonly vault: Pick<Vault, 'open'>,
    /** The token for marks, which both books share. */
    private readonly marks: (username: Username) => Promise<string | null>,
  ) {}

  async access(username: Username): Promise<TradierAccess | null> {
    const { tradierLive } = await this.settings.of(username);
    if (tradierLive.sealed === null) return null;
    return { token: this.vault.open(tradierLive.sealed), account: tradierLive.accountId };
  }

  async tokens(username: Username): Promise<readonly string[]> {
    const own = await this.access(username);
    return own ? [own.token] : [];
  }

  orats(username: Username): Promise<string | null> {
    return this.marks(username);
  }

  async knownTo(username: Username): Promise<readonly KnownToken[]> {
    try {
      const tokens = await this.tokens(username);
      return tokens.map((token) => ({ provider: 'TRADIER_LIVE', token, serverWide: false }));
    } catch (error) {
      if (error instanceof SealBroken) return [];
      throw error;
    }
  }
}
