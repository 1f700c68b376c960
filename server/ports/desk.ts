import type { Username } from '../domain/ids.ts';
import type { UserSettings } from '../domain/account/settings.ts';
import type { Mandate } from '../domain/account/mandate.ts';
import type { ApiToken, Role, SignedInSession, User } from '../domain/account/user.ts';
import type { Mandates } from './mandates.ts';

export interface NewUser {
  readonly id: string;
  readonly username: Username;
  readonly passwordHash: string | null;
  readonly demo: boolean;
  readonly createdAt: Date;
}

export class NameTaken extends Error {
  override readonly name = 'NameTaken';
}

/** User names are compared case-insensitively. */
export interface Users {
  /** The first user that is not a demo user becomes ADMIN, every other one USER. @throws {NameTaken} */
  add(user: NewUser): Promise<User>;
  byId(id: string): Promise<User | null>;
  byName(username: Username): Promise<User | null>;
  passwordHash(id: string): Promise<string | null>;
  setPasswordHash(id: string, hash: string): Promise<void>;
  /** The number of users, without demo users. */
  count(): Promise<number>;
  withRole(role: Role): Promise<readonly User[]>;
}

/** Stored by the hash of the token, never by the token. */
export interface Sessions {
  add(session: SignedInSession, tokenHash: string): Promise<void>;
  /** Null when unknown, revoked or expired at `now`. Stores `now` as the last use, at most once a minute. */
  find(tokenHash: string, now: Date): Promise<SignedInSession | null>;
  of(userId: string, now: Date): Promise<readonly SignedInSession[]>;
  /** False when the session is not this user's or is already gone. */
  revoke(userId: string, id: string): Promise<boolean>;
  /** Those of these ids that are still valid. Sockets of the others are closed. */
  standing(ids: readonly string[], now: Date): Promise<ReadonlySet<string>>;
}

/** Stored by the hash of the token, never by the token. */
export interface ApiTokens extends Mandates {
  add(token: ApiToken, tokenHash: string): Promise<void>;
  /** Null when unknown, revoked or expired at `now`. Stores `now` as the last use, at most once a minute. */
  find(tokenHash: string, now: Date): Promise<ApiToken | null>;
  /** All tokens that are not revoked, including expired ones; newest first. */
  of(userId: string): Promise<readonly ApiToken[]>;
  /** Returns the token after the change, also an expired one; null when it is not this user's or is already gone. */
  setMandate(userId: string, id: string, mandate: Mandate | null): Promise<ApiToken | null>;
  /** False when the token is not this user's or is already gone. */
  revoke(userId: string, id: string): Promise<boolean>;
  /** Those of these ids that are still valid. Sockets of the others are closed. */
  standing(ids: readonly string[], now: Date): Promise<ReadonlySet<string>>;
}

export class StaleSettings extends Error {
  override readonly name = 'StaleSettings';
  constructor(readonly current: UserSettings) {
    super('The settings were changed elsewhere.');
  }
}

export interface SettingsStore {
  /** The stored settings, or a new user's defaults when nothing is stored yet. */
  of(username: Username): Promise<UserSettings>;
  /** Stores `next` as version `expectedVersion + 1`. @throws {StaleSettings} */
  put(username: Username, expectedVersion: number, next: UserSettings): Promise<UserSettings>;
}

/** One-way hashing of passwords. */
export interface Passwords {
  hash(password: string): Promise<string>;
  matches(hash: string, password: string): Promise<boolean>;
}
