import type { Clock } from '../ports/clock.ts';
import type { Sessions, Users } from '../ports/desk.ts';
import type { SessionTokens } from '../ports/session-tokens.ts';
import type { Principal } from '../graphql/principal.ts';

const LONGEST_TOKEN = 200;

/** Recognises who proves to be somebody. */
export class Authenticator {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** Null where the token is unknown, revoked or expired. */
  async byToken(token: string): Promise<Principal | null> {
    if (token.length > LONGEST_TOKEN) return null;
    const session = await this.sessions.find(this.tokens.hashOf(token), this.clock.now());
    const user = session && (await this.users.byId(session.userId));
    return user && { kind: 'session', user, sessionId: session.id };
  }

  /** By `Authorization: Bearer TOKEN`. */
  async byHeader(authorization: string): Promise<Principal | null> {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    return token === undefined ? null : this.byToken(token);
  }
}
