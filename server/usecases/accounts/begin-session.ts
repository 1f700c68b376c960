import type { SignedInSession, User } from '../../domain/account/user.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Sessions } from '../../ports/desk.ts';
import type { Ids } from '../../ports/ids.ts';
import type { SessionTokens } from '../../ports/session-tokens.ts';

const DAY_MS = 86_400_000;
const DAYS = 30;
const DEMO_DAYS = 1;
const LONGEST_DEVICE = 200;

export interface BegunSession {
  /** Shown once; only its hash is stored. */
  readonly token: string;
  readonly user: User;
  readonly session: SignedInSession;
  readonly expiresAt: Date;
}

/** Starts a session for a recognised user: 30 days, one day for a demo. */
export class BeginSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: SessionTokens,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async execute(user: User, device: string | null): Promise<BegunSession> {
    const now = this.clock.now();
    const token = this.tokens.next();
    const days = user.demo ? DEMO_DAYS : DAYS;
    const session: SignedInSession = {
      id: this.ids.next(),
      userId: user.id,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
      device: device?.slice(0, LONGEST_DEVICE) ?? null,
    };
    await this.sessions.add(session, this.tokens.hashOf(token));
    return { token, user, session, expiresAt: session.expiresAt };
  }
}
