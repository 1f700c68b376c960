import type { VenueName } from '../domain/venue.ts';

/** One user's account at one venue: what waits for its own venue, and for nobody else's. */
export interface UserAccount {
  readonly username: string;
  readonly venue: VenueName;
  readonly account: string;
}

export interface TurnsTaken {
  /** Whose turn failed, this time or since, after it was left to itself. */
  readonly failed: readonly { readonly of: UserAccount; readonly error: unknown }[];
  /** Those that are still at it, here or on another server. */
  readonly late: readonly UserAccount[];
}

/**
 * Gives each account its turn, several at a time. Nobody waits for a stranger: a turn that waits for its
 * venue is left to itself, goes on to its own end, and is not begun again before, on any server.
 */
export interface Turns {
  /** `lane` is what is done. Resolves once every account has had its turn or was left to itself. */
  each(
    lane: string,
    accounts: readonly UserAccount[],
    work: (account: UserAccount) => Promise<void>,
  ): Promise<TurnsTaken>;
  /** A turn out of turn: begins once one under way here has ended. False where another server is at it. */
  alone(lane: string, account: UserAccount, work: () => Promise<void>): Promise<boolean>;
}

export function accountKey({ username, venue, account }: UserAccount): string {
  return `${username} ${venue} ${account}`;
}
