import type { Username } from '../../domain/ids.ts';
import type { User } from '../../domain/account/user.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Passwords, Users } from '../../ports/desk.ts';
import type { Attempts } from './attempts.ts';
import type { BeginSession, BegunSession } from './begin-session.ts';
import type { OpenBooks } from './sign-up.ts';

export const PER_NAME = 10;
const PER_ADDRESS = 60;

export interface Caller {
  readonly address: string;
  readonly device: string | null;
}

/** Recognises a user by name and password. */
export class SignIn {
  #decoy: Promise<string> | null = null;

  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly openBooks: OpenBooks,
    private readonly beginSession: BeginSession,
    private readonly clock: Clock,
  ) {}

  /** @throws {Refusal} UNAUTHENTICATED, the same for an unknown name and a wrong password; RATE_LIMITED. */
  async execute(username: Username, password: string, caller: Caller): Promise<BegunSession> {
    const limits = new Map([
      [nameKey(username), PER_NAME],
      [`address:${caller.address}`, PER_ADDRESS],
    ]);
    this.attempts.note(limits);
    const user = await this.#recognise(username, password);
    if (!user) throw new Refusal('UNAUTHENTICATED', 'The user name or the password is wrong');
    this.attempts.succeeded(limits.keys());
    // A crash right after sign-up may have left the books closed.
    await this.openBooks(user, this.clock.now());
    return this.beginSession.execute(user, caller.device);
  }

  /** An unknown name is checked against a hash too, so the time taken reveals nothing. */
  async #recognise(username: Username, password: string): Promise<User | null> {
    const user = await this.users.byName(username);
    const hash = user && (await this.users.passwordHash(user.id));
    this.#decoy ??= this.passwords.hash('nobody has this password');
    const matches = await this.passwords.matches(hash ?? (await this.#decoy), password);
    return hash !== null && matches ? user : null;
  }
}

/** The key under which attempts at one user's password are counted. */
export function nameKey(username: Username): string {
  return `name:${username.slice(0, 64).toLowerCase()}`;
}
