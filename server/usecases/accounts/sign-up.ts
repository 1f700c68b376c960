import type { User } from '../../domain/account/user.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import { NameTaken, type Passwords, type Users } from '../../ports/desk.ts';
import type { Ids } from '../../ports/ids.ts';
import { checkPassword, checkUsername } from './account-rules.ts';
import type { BeginSession, BegunSession } from './begin-session.ts';
import type { SignInOptions } from './sign-in-options.ts';

/** Opens the books of a user where they are not open yet. */
export type OpenBooks = (user: User, now: Date) => Promise<void>;

/** A new user, signed in at once. */
export class SignUp {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly options: SignInOptions,
    private readonly openBooks: OpenBooks,
    private readonly beginSession: BeginSession,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws {Refusal} FORBIDDEN where nobody may sign up now, BAD_USER_INPUT for a name or password. */
  async execute(username: string, password: string, device: string | null): Promise<BegunSession> {
    await this.refuseUnlessOpen();
    checkUsername(username);
    checkPassword(password, 'password');
    const passwordHash = await this.passwords.hash(password);
    const user = await this.oneAtATime(() => this.add(username, passwordHash));
    await this.openBooks(user, this.clock.now());
    return this.beginSession.execute(user, device);
  }

  private async add(username: string, passwordHash: string): Promise<User> {
    await this.refuseUnlessOpen();
    const createdAt = this.clock.now();
    const user = { id: this.ids.next(), username, passwordHash, demo: false, createdAt };
    try {
      return await this.users.add(user);
    } catch (error) {
      if (error instanceof NameTaken) throw badInput('username', 'This user name is taken');
      throw error;
    }
  }

  private async refuseUnlessOpen(): Promise<void> {
    if (await this.options.maySignUp()) return;
    throw new Refusal('FORBIDDEN', 'This server takes no new users');
  }

  /** Of two people who both want to be the first user, one is too late. */
  private oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work);
    this.last = next.catch(() => undefined);
    return next;
  }
}
