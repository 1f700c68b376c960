import type { User } from '../../domain/account/user.ts';
import { badInput } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Passwords, Sessions, Users } from '../../ports/desk.ts';
import { checkPassword } from './account-rules.ts';
import type { Attempts } from './attempts.ts';
import { nameKey, PER_NAME } from './sign-in.ts';

/** A new password ends every other session, so that the old password gives no access. */
export class ChangePassword {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /** @throws {Refusal} BAD_USER_INPUT for `current` or `next`, RATE_LIMITED */
  async execute(user: User, sessionId: string, current: string, next: string): Promise<void> {
    checkPassword(next, 'next');
    const limits = new Map([[nameKey(user.username), PER_NAME]]);
    this.attempts.note(limits);
    const hash = await this.users.passwordHash(user.id);
    if (hash === null || !(await this.passwords.matches(hash, current))) {
      throw badInput('current', 'This is not the current password');
    }
    this.attempts.succeeded(limits.keys());
    await this.users.setPasswordHash(user.id, await this.passwords.hash(next));
    for (const { id } of await this.sessions.of(user.id, this.clock.now())) {
      if (id !== sessionId) await this.sessions.revoke(user.id, id);
    }
  }
}
