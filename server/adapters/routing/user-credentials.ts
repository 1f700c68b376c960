import type { Username } from '../../domain/ids.ts';
import type { Credential } from '../../domain/account/settings.ts';
import type { SettingsStore, Users } from '../../ports/desk.ts';
import type { Provider } from '../../ports/provider-probe.ts';
import { type Vault, SealBroken } from '../../ports/vault.ts';
import type { KnownToken, TradierAccess } from './tradier-credentials.ts';

/** Credentials of the whole server: prices for every user, trading for ADMIN users only. */
export interface ServerCredentials {
  readonly tradierSandboxToken: string | null;
  readonly tradierSandboxAccount: string | null;
  readonly oratsToken: string | null;
  readonly jupiterApiKey?: string | null;
}

/** A user's own credentials for PAPER and for prices, unsealed; the server's when the user has none. */
export class UserCredentials {
  constructor(
    private readonly settings: SettingsStore,
    private readonly users: Users,
    private readonly vault: Vault,
    private readonly server: ServerCredentials,
  ) {}

  async tradierSandbox(username: Username): Promise<TradierAccess | null> {
    const { tradierSandbox } = await this.settings.of(username);
    const own = this.#open(tradierSandbox);
    if (own) return { token: own, account: tradierSandbox.accountId };
    const { tradierSandboxToken: token, tradierSandboxAccount: account } = this.server;
    if (!token) return null;
    const user = await this.users.byName(username);
    return { token, account: user?.role === 'ADMIN' ? account : null };
  }

  /** Tokens that may trade for a user: their own and, for an ADMIN, the server's. */
  async tradierSandboxTokens(username: Username): Promise<readonly string[]> {
    const { tradierSandbox } = await this.settings.of(username);
    const own = this.#open(tradierSandbox);
    const { tradierSandboxToken: server } = this.server;
    const mayUse = server !== null && (await this.users.byName(username))?.role === 'ADMIN';
    return [...new Set([own, mayUse ? server : null])].filter((token) => token !== null);
  }

  async orats(username: Username): Promise<string | null> {
    const { oratsToken } = await this.settings.of(username);
    return this.#open(oratsToken) ?? this.server.oratsToken;
  }

  /** Null: Jupiter is asked without a key. */
  async jupiter(username: Username): Promise<string | null> {
    const { jupiterApiKey } = await this.settings.of(username);
    return this.#open(jupiterApiKey) ?? this.server.jupiterApiKey ?? null;
  }

  /** The user's own key for Jupiter; empty when none is stored, or it cannot be opened. */
  async ownJupiter(username: Username): Promise<readonly string[]> {
    const { sealed } = (await this.settings.of(username)).jupiterApiKey;
    return sealed === null ? [] : this.#readable(sealed);
  }

  /** Whether a user may see the requests made with the server's own keys. */
  async seesServers(username: Username): Promise<boolean> {
    return (await this.users.byName(username))?.role === 'ADMIN';
  }

  /** Tokens that the user has stored; when there is none, an ADMIN user sees the server's. */
  async knownTo(username: Username): Promise<readonly KnownToken[]> {
    const { tradierSandbox, oratsToken } = await this.settings.of(username);
    const isAdmin = await this.seesServers(username);
    const pick = (provider: Provider, own: Credential, server: string | null): KnownToken[] => {
      if (own.sealed !== null)
        return this.#readable(own.sealed).map((token) => ({ provider, token, serverWide: false }));
      return server !== null && isAdmin ? [{ provider, token: server, serverWide: true }] : [];
    };
    return [
      ...pick('TRADIER_SANDBOX', tradierSandbox, this.server.tradierSandboxToken),
      ...pick('ORATS', oratsToken, this.server.oratsToken),
    ];
  }

  /** A credential that cannot be opened is left out; the others still work. */
  #readable(sealed: string): readonly string[] {
    try {
      return [this.vault.open(sealed)];
    } catch (error) {
      if (error instanceof SealBroken) return [];
      throw error;
    }
  }

  #open({ sealed }: Credential): string | null {
    return sealed === null ? null : this.vault.open(sealed);
  }
}
