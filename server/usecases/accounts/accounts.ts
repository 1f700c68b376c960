import type { Clock } from '../../ports/clock.ts';
import type { ApiTokens, Passwords, Sessions, Users } from '../../ports/desk.ts';
import type { Ids } from '../../ports/ids.ts';
import type { SessionTokens } from '../../ports/session-tokens.ts';
import { AddUser } from './add-user.ts';
import { Attempts } from './attempts.ts';
import { BeginSession } from './begin-session.ts';
import { ChangePassword } from './change-password.ts';
import { CreateApiToken } from './create-api-token.ts';
import { RevokeApiToken } from './revoke-api-token.ts';
import { RevokeSession } from './revoke-session.ts';
import { SetMandate } from './set-mandate.ts';
import { SignInOptions, type SignUpPolicy } from './sign-in-options.ts';
import { SignIn } from './sign-in.ts';
import { SignUp, type OpenBooks } from './sign-up.ts';
import type { ToldBooks } from './tell-mandate.ts';
import { StartDemoSession, type StartDemo } from './start-demo-session.ts';

export interface AccountPorts {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly apiTokens: ApiTokens;
  readonly passwords: Passwords;
  readonly tokens: SessionTokens;
  readonly ids: Ids;
  readonly clock: Clock;
  /** The clock by which password attempts are limited: real time, whatever clock the desk uses. */
  readonly doorClock: Clock;
  /** Called at each sign-up and sign-in; does nothing when the books are open. */
  readonly openBooks: OpenBooks;
  /** The books whose logs record changes of mandates. */
  readonly books: ToldBooks;
  readonly startDemo: StartDemo;
  readonly signUpPolicy: SignUpPolicy;
  /** Only this machine can reach the server. */
  readonly loopbackOnly: boolean;
}

/** Every use case of accounts, over its ports. */
export function createAccounts(ports: AccountPorts) {
  const { users, sessions, apiTokens, passwords, tokens, ids, clock } = ports;
  const { openBooks, books, loopbackOnly } = ports;
  const begin = new BeginSession(sessions, tokens, ids, clock);
  const addUser = new AddUser(users, passwords, ids, clock);
  const attempts = new Attempts(ports.doorClock);
  const signInOptions = new SignInOptions(users, ports.signUpPolicy, loopbackOnly);
  return {
    signInOptions,
    signUp: new SignUp(addUser, signInOptions, openBooks, begin, clock),
    signIn: new SignIn(users, passwords, attempts, openBooks, begin, clock),
    startDemo: new StartDemoSession(ports.startDemo, begin, loopbackOnly, clock),
    changePassword: new ChangePassword(users, passwords, sessions, attempts, clock),
    revokeSession: new RevokeSession(sessions),
    createApiToken: new CreateApiToken(apiTokens, tokens, books, ids, clock),
    revokeApiToken: new RevokeApiToken(apiTokens, books, clock),
    setMandate: new SetMandate(apiTokens, books, clock),
    sessions,
    apiTokens,
    clock,
  };
}
