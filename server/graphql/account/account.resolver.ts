import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Clock } from '../../ports/clock.ts';
import type { Sessions } from '../../ports/desk.ts';
import type { BegunSession } from '../../usecases/accounts/begin-session.ts';
import type { ChangePassword } from '../../usecases/accounts/change-password.ts';
import type { RevokeSession } from '../../usecases/accounts/revoke-session.ts';
import type { SignInOptions } from '../../usecases/accounts/sign-in-options.ts';
import type { SignIn } from '../../usecases/accounts/sign-in.ts';
import type { SignUp } from '../../usecases/accounts/sign-up.ts';
import type { StartDemoSession } from '../../usecases/accounts/start-demo-session.ts';
import { sessionOf, userOf, type RequestContext } from '../request/context.ts';
import { SessionType, SignedInSessionType, SignInOptionsType, UserType } from './account.types.ts';

export interface AccountDeps {
  readonly signUp: SignUp;
  readonly signIn: SignIn;
  readonly signInOptions: SignInOptions;
  readonly startDemo: StartDemoSession;
  readonly changePassword: ChangePassword;
  readonly revokeSession: RevokeSession;
  readonly sessions: Sessions;
  readonly clock: Clock;
}

const NAME = '3 to 32 of A-Z a-z 0-9 . _ -';
const PASSWORD = '10 to 256 characters.';

@Resolver()
export class AccountResolver {
  constructor(private readonly deps: AccountDeps) {}

  @Query(() => UserType, {
    nullable: true,
    description: 'The caller; null when nobody is signed in.',
  })
  viewer(@Ctx() { principal }: RequestContext): UserType | null {
    return principal?.user ?? null;
  }

  @Query(() => SignInOptionsType, { description: 'What the sign-in page may offer.' })
  signInOptions(): Promise<SignInOptionsType> {
    return this.deps.signInOptions.execute();
  }

  @Query(() => [SignedInSessionType], {
    description: 'Where the caller is signed in, newest first.',
  })
  async sessions(@Ctx() context: RequestContext): Promise<SignedInSessionType[]> {
    const { principal } = context;
    const current = principal?.kind === 'session' ? principal.sessionId : null;
    const sessions = await this.deps.sessions.of(userOf(context).id, this.deps.clock.now());
    return sessions
      .map((session) => ({ ...session, current: session.id === current }))
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  }

  @Mutation(() => SessionType, {
    description: 'Creates a user, if this server takes new ones, and signs in.',
  })
  async signUp(
    @Arg('username', () => String, { description: NAME }) username: string,
    @Arg('password', () => String, { description: PASSWORD }) password: string,
    @Ctx() context: RequestContext,
  ): Promise<SessionType> {
    return begun(await this.deps.signUp.execute(username, password, context.device), context);
  }

  @Mutation(() => SessionType, { description: 'Starts a session of 30 days.' })
  async signIn(
    @Arg('username', () => String, { description: 'The user’s name, in upper or lower case.' })
    username: string,
    @Arg('password', () => String, { description: 'The user’s password.' }) password: string,
    @Ctx() context: RequestContext,
  ): Promise<SessionType> {
    return begun(await this.deps.signIn.execute(username, password, context), context);
  }

  @Mutation(() => SessionType, {
    description:
      'Creates a demo user with a book on the simulated market and signs in for a day. Only on this machine.',
  })
  async startDemo(@Ctx() context: RequestContext): Promise<SessionType> {
    return begun(await this.deps.startDemo.execute(context.device), context);
  }

  @Mutation(() => Boolean, { description: 'Ends this session; true once it has ended.' })
  async signOut(@Ctx() context: RequestContext): Promise<boolean> {
    const { user, sessionId } = sessionOf(context);
    await this.deps.revokeSession.execute(user.id, sessionId);
    context.cookie?.clear();
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Changes the password and ends every other session; true once done.',
  })
  async changePassword(
    @Arg('current', () => String, { description: 'The current password.' }) current: string,
    @Arg('next', () => String, { description: PASSWORD }) next: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const { user, sessionId } = sessionOf(context);
    await this.deps.changePassword.execute(user, sessionId, current, next);
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Ends one of the caller’s sessions; true once it has ended.',
  })
  async revokeSession(
    @Arg('id', () => ID, { description: 'Id of the session.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    await this.deps.revokeSession.execute(sessionOf(context).user.id, id);
    return true;
  }
}

function begun({ token, user, expiresAt }: BegunSession, { cookie }: RequestContext): SessionType {
  cookie?.set(token, expiresAt);
  return { token, user, expiresAt };
}
