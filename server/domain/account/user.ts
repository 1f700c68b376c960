import type { Username } from '../ids.ts';
import type { Mandate } from './mandate.ts';

export type Role = 'USER' | 'ADMIN';
export type Scope = 'READ' | 'TRADE_PAPER' | 'TRADE_REAL' | 'ADMIN';

export interface User {
  readonly id: string;
  /** As typed at sign-up; two names that differ only in case are the same user. */
  readonly username: Username;
  readonly role: Role;
  /** Demo users trade only at the simulated venue and never become ADMIN. */
  readonly demo: boolean;
  readonly createdAt: Date;
}

export interface SignedInSession {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly device: string | null;
}

/** A user's key for a program: it allows what its scopes say, but nothing that needs a session. */
export interface ApiToken {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  /** To the minute; null before the first use. */
  readonly lastUsedAt: Date | null;
  /** Null: valid until it is revoked. */
  readonly expiresAt: Date | null;
  /** Null: only its scopes limit it. */
  readonly mandate: Mandate | null;
}
