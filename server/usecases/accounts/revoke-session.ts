import { Refusal } from '../../domain/refusal.ts';
import type { Sessions } from '../../ports/desk.ts';

/** Ends one of a user's sessions, this one included; its sockets close soon after. */
export class RevokeSession {
  constructor(private readonly sessions: Sessions) {}

  /** @throws {Refusal} NOT_FOUND, also for another user's session. */
  async execute(userId: string, sessionId: string): Promise<void> {
    if (await this.sessions.revoke(userId, sessionId)) return;
    throw new Refusal('NOT_FOUND', 'There is no such session');
  }
}
