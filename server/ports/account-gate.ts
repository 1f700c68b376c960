import type { UserAccount } from './turns.ts';

/** What must have been read of an account before anything is sent there. */
export type AccountPart = 'ORDERS' | 'POSITIONS';

/** The last point before the wire: shut until the account was read once since this process started. */
export interface AccountGate {
  isOpen(account: UserAccount): boolean;
  /** The venue has told this part. */
  noteRead(account: UserAccount, part: AccountPart): void;
}
