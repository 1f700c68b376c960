import type { UserAccount } from './turns.ts';

/** What must be read from an account before anything is sent to it. */
export type AccountPart = 'ORDERS' | 'POSITIONS';

/** The last check before the wire. An account stays shut until this process has read it once. */
export interface AccountGate {
  isOpen(account: UserAccount): boolean;
  /** Records that the venue has returned this part. */
  noteRead(account: UserAccount, part: AccountPart): void;
}
