export type Role = 'USER' | 'ADMIN';
export type Scope = 'READ' | 'TRADE_PAPER' | 'TRADE_REAL' | 'ADMIN';

export interface User {
  readonly id: string;
  /** As typed at sign-up; two names that differ in case only are the same user. */
  readonly username: string;
  readonly role: Role;
  /** Demo users trade at the simulated venue only and never become ADMIN. */
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
