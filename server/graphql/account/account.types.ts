import 'reflect-metadata';
import { ID, ObjectType } from 'type-graphql';
import type { Role, SignedInSession, User } from '../../domain/account/user.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';

const RoleEnum = describedEnum<Role>(
  'Role',
  'What a user may do besides trading their own books.',
  {
    USER: 'Nothing.',
    ADMIN: 'Sees the server’s jobs and makes backups.',
  },
);

@ObjectType('User', { simpleResolvers: true, description: 'A user with their own books.' })
export class UserType implements Omit<User, 'demo'> {
  @Given(() => ID, 'Id of the user.') id!: string;
  @Given(() => String, 'Name as typed at sign-up; names are compared case-insensitively.')
  username!: string;
  @Given(() => RoleEnum, 'What the user may do.') role!: Role;
  @Given(() => DateTimeScalar, 'When the user signed up.') createdAt!: Date;
}

@ObjectType('Session', { simpleResolvers: true, description: 'A new session.' })
export class SessionType {
  @Given(() => String, 'The session’s token: Authorization: Bearer TOKEN. Shown only here.')
  token!: string;
  @Given(() => UserType, 'Who signed in.') user!: UserType;
  @Given(() => DateTimeScalar, 'When the session ends.') expiresAt!: Date;
}

@ObjectType('SignedInSession', {
  simpleResolvers: true,
  description: 'One place where the caller is signed in.',
})
export class SignedInSessionType implements Omit<SignedInSession, 'userId' | 'expiresAt'> {
  @Given(() => ID, 'Id of the session, by which it is revoked.') id!: string;
  @Given(() => DateTimeScalar, 'When it began.') createdAt!: Date;
  @Given(() => DateTimeScalar, 'When it was last used, to the minute.') lastUsedAt!: Date;
  @Maybe(() => String, 'What the browser or program called itself.') device!: string | null;
  @Given(() => Boolean, 'This is the current session.') current!: boolean;
}

@ObjectType('SignInOptions', {
  simpleResolvers: true,
  description: 'What the sign-in page may offer.',
})
export class SignInOptionsType {
  @Given(() => Boolean, 'Whether a new user may sign up now.') signUp!: boolean;
  @Given(() => Boolean, 'Whether a demo may be started: only on this machine.') demo!: boolean;
}
