import type { Users } from '../../ports/desk.ts';

/** `first`: only while no user exists; demo users do not count. */
export type SignUpPolicy = 'first' | 'always' | 'never';

/** How a visitor who is not signed in may begin. */
export class SignInOptions {
  constructor(
    private readonly users: Users,
    private readonly policy: SignUpPolicy,
    /** Only a server that no other machine can reach offers demos. */
    private readonly loopbackOnly: boolean,
  ) {}

  async execute(): Promise<{ signUp: boolean; demo: boolean }> {
    return { signUp: await this.maySignUp(), demo: this.loopbackOnly };
  }

  async maySignUp(): Promise<boolean> {
    if (this.policy === 'first') return (await this.users.count()) === 0;
    return this.policy === 'always';
  }
}
