import type { UserSettings } from '../domain/account/settings.ts';
import type { ApiToken, Role, SignedInSession, User } from '../domain/account/user.ts';

export interface NewUser {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string | null;
  readonly demo: boolean;
  readonly createdAt: Date;
}

export class NameTaken extends Error {
  override readonly name = 'NameTaken';
}

/** Names are compared without regard to case. */
export interface Users {
  /** The first user that is no demo user becomes ADMIN, all others USER. @throws {NameTaken} */
  add(user: NewUser): Promise<User>;
  byId(id: string): Promise<User | null>;
  byName(username: string): Promise<User | null>;
  passwordHash(id: string): Promise<string | null>;
  setPasswordHash(id: string, hash: string): Promise<void>;
  /** Demo users not counted. */
  count(): Promise<number>;
  withRole(role: Role): Promise<readonly User[]>;
}

/** Kept by the hash of their token, never by the token. */
export interface Sessions {
  add(session: SignedInSession, tokenHash: string): Promise<void>;
  /** Null where unknown, revoked or expired at `now`; notes `now` as last use at most once a minute. */
  find(tokenHash: string, now: Date): Promise<SignedInSession | null>;
  of(userId: string, now: Date): Promise<readonly SignedInSession[]>;
  /** False where it is not this user's or gone already. */
  revoke(userId: string, id: string): Promise<boolean>;
  /** Of those ids, the ones that still stand: sockets of the others are closed. */
  standing(ids: readonly string[], now: Date): Promise<ReadonlySet<string>>;
}

/** Kept by the hash of the token, never by the token. */
export interface ApiTokens {
  add(token: ApiToken, tokenHash: string): Promise<void>;
  /** Null where unknown, revoked or expired at `now`; notes `now` as last use at most once a minute. */
  find(tokenHash: string, now: Date): Promise<ApiToken | null>;
  /** All that are not revoked, expired ones too, newest first. */
  of(userId: string): Promise<readonly ApiToken[]>;
  /** False where it is not this user's or gone already. */
  revoke(userId: string, id: string): Promise<boolean>;
  /** Of those ids, the ones that still count: sockets of the others are closed. */
  standing(ids: readonly string[], now: Date): Promise<ReadonlySet<string>>;
}

export class StaleSettings extends Error {
  override readonly name = 'StaleSettings';
  constructor(readonly current: UserSettings) {
    super('The settings were changed elsewhere.');
  }
}

export interface SettingsStore {
  /** What a new user starts with, where nothing is stored yet. */
  of(username: string): Promise<UserSettings>;
  /** Stores `next` as version `expectedVersion + 1`. @throws {StaleSettings} */
  put(username: string, expectedVersion: number, next: UserSettings): Promise<UserSettings>;
}

/** One-way hashing of passwords. */
export interface Passwords {
  hash(password: string): Promise<string>;
  matches(hash: string, password: string): Promise<boolean>;
}
