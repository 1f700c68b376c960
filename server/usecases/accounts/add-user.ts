import type { Username } from '../../domain/ids.ts';
import type { User } from '../../domain/account/user.ts';
import { badInput } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import { NameTaken, type Passwords, type Users } from '../../ports/desk.ts';
import type { Ids } from '../../ports/ids.ts';
import { checkPassword, checkUsername } from './account-rules.ts';

/** Adds a user, for a visitor who signs up or for the owner of the server's machine. */
export class AddUser {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws {Refusal} BAD_USER_INPUT for a name or password. */
  async execute(username: Username, password: string): Promise<User> {
    checkUsername(username);
    checkPassword(password, 'password');
    const passwordHash = await this.passwords.hash(password);
    const createdAt = this.clock.now();
    const user = { id: this.ids.next(), username, passwordHash, demo: false, createdAt };
    try {
      return await this.users.add(user);
    } catch (error) {
      if (error instanceof NameTaken) throw badInput('username', 'This user name is taken');
      throw error;
    }
  }
}
