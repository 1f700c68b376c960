import type { Username } from '../../domain/ids.ts';
import type { User } from '../../domain/account/user.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AddUser } from './add-user.ts';
import type { BeginSession, BegunSession } from './begin-session.ts';
import type { SignInOptions } from './sign-in-options.ts';

/** Opens a user's books if they are not open yet. */
export type OpenBooks = (user: User, now: Date) => Promise<void>;

/** Adds a user and signs them in at once. */
export class SignUp {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly addUser: AddUser,
    private readonly options: SignInOptions,
    private readonly openBooks: OpenBooks,
    private readonly beginSession: BeginSession,
    private readonly clock: Clock,
  ) {}

  /** @throws {Refusal} FORBIDDEN when sign-up is closed, BAD_USER_INPUT for a name or password. */
  async execute(
    username: Username,
    password: string,
    device: string | null,
  ): Promise<BegunSession> {
    await this.#refuseUnlessOpen();
    const user = await this.#oneAtATime(async () => {
      await this.#refuseUnlessOpen();
      return this.addUser.execute(username, password);
    });
    await this.openBooks(user, this.clock.now());
    return this.beginSession.execute(user, device);
  }

  async #refuseUnlessOpen(): Promise<void> {
    if (await this.options.maySignUp()) return;
    throw new Refusal('FORBIDDEN', 'This server takes no new users');
  }

  /** When two people both want to be the first user, the second is refused. */
  #oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}
