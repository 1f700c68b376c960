import type { Username } from '../../domain/ids.ts';
import type { Provider } from '../../ports/provider-probe.ts';

export interface TradierAccess {
  readonly token: string;
  /** Null when the token may be used for prices only. */
  readonly account: string | null;
}

export interface KnownToken {
  readonly provider: Provider;
  readonly token: string;
  readonly serverWide: boolean;
}

/** A user's credentials for one of Tradier's environments, and for the marks of its trades. */
export interface TradierCredentials {
  /** The access that the settings name now; null when they name no token. @throws {SealBroken} */
  access(username: Username): Promise<TradierAccess | null>;
  /** Tokens that may trade for a user. @throws {SealBroken} */
  tokens(username: Username): Promise<readonly string[]>;
  /** @throws {SealBroken} */
  orats(username: Username): Promise<string | null>;
  /** Tokens whose usage the user may see. */
  knownTo(username: Username): Promise<readonly KnownToken[]>;
}
