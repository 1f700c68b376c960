import type { Username } from '../domain/ids.ts';
import type { VenueName } from '../domain/venue.ts';

/** One user's account at one venue. It waits for its own venue only. */
export interface UserAccount {
  readonly username: Username;
  readonly venue: VenueName;
  readonly account: string;
}

export interface TurnsTaken {
  /** Accounts whose turn failed, in this round or since, after the round stopped waiting for it. */
  readonly failed: readonly { readonly of: UserAccount; readonly error: unknown }[];
  /** Accounts whose turn is still running, here or on another server. */
  readonly late: readonly UserAccount[];
}

/**
 * Runs a turn for each account, several at a time. No account waits for another: a turn that waits for
 * its venue runs on by itself to its end, and no server starts it again before that.
 */
export interface Turns {
  /** `lane` names the task. Resolves once every account's turn has ended or runs on by itself. */
  each(
    lane: string,
    accounts: readonly UserAccount[],
    work: (account: UserAccount) => Promise<void>,
  ): Promise<TurnsTaken>;
  /**
   * An extra turn for one account: starts once a turn running here has ended. False when another server runs
   * it.
   */
  alone(lane: string, account: UserAccount, work: () => Promise<void>): Promise<boolean>;
}

export function accountKey({ username, venue, account }: UserAccount): string {
  return `${username} ${venue} ${account}`;
}
