import { API_TOKEN_PREFIX, type SessionTokens } from '../ports/session-tokens.ts';
import type { Clock } from '../ports/clock.ts';
import type { ApiTokens, Sessions, Users } from '../ports/desk.ts';
import type { Principal } from '../graphql/books/principal.ts';

const LONGEST_TOKEN = 200;

export interface Proofs {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly apiTokens: ApiTokens;
  readonly tokens: SessionTokens;
  readonly clock: Clock;
}

/** Identifies the caller by a token; null when the token is unknown, revoked or expired. */
export class Authenticator {
  constructor(private readonly proofs: Proofs) {}

  /** Identifies by a session's token only, which is what a cookie may hold. */
  async bySession(token: string): Promise<Principal | null> {
    if (token.length > LONGEST_TOKEN) return null;
    const { users, sessions, tokens, clock } = this.proofs;
    const session = await sessions.find(tokens.hashOf(token), clock.now());
    const user = session && (await users.byId(session.userId));
    return user && { kind: 'session', user, sessionId: session.id };
  }

  /** Identifies by `Authorization: Bearer TOKEN`, for a session or an API token. */
  async byHeader(authorization: string): Promise<Principal | null> {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    if (token === undefined) return null;
    return (await this.#byApiToken(token)) ?? this.bySession(token);
  }

  async #byApiToken(token: string): Promise<Principal | null> {
    // Most requests carry a session's token; the prefix saves them a look-up.
    if (!token.startsWith(API_TOKEN_PREFIX) || token.length > LONGEST_TOKEN) return null;
    const { users, apiTokens, tokens, clock } = this.proofs;
    const found = await apiTokens.find(tokens.hashOf(token), clock.now());
    const user = found && (await users.byId(found.userId));
    return user && { kind: 'token', user, tokenId: found.id, scopes: found.scopes };
  }
}
