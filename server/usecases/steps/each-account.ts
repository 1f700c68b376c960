import type { Username } from '../../domain/ids.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { isIn } from '../../domain/trade/venue-account.ts';
import { accountKey, type Turns, type TurnsTaken, type UserAccount } from '../../ports/turns.ts';

/** Thrown after every account has had its turn. It concerns only the users whose turn failed. */
export class SomeUsersFailed extends AggregateError {
  override readonly name = 'SomeUsersFailed';

  constructor(
    readonly usernames: readonly Username[],
    failures: readonly unknown[],
    message: string,
  ) {
    super(failures, message);
  }
}

export interface Round {
  /** The work, which runs once at a time for each account. */
  readonly lane: string;
  readonly accounts: readonly UserAccount[];
  /** The message of the error when some failed. */
  readonly message: string;
  /** The users whom a turn serves, when there are several; otherwise the account's own user. */
  readonly servedBy?: (account: UserAccount) => readonly string[];
}

/** Gives each account its turn. Unfinished turns go on by themselves. @throws {SomeUsersFailed} */
export async function eachAccount(
  turns: Turns = IN_ORDER,
  { lane, accounts, message, servedBy = ({ username }) => [username] }: Round,
  work: (account: UserAccount) => Promise<void>,
): Promise<TurnsTaken> {
  const taken = await turns.each(lane, accounts, work);
  const { failed } = taken;
  if (failed.length === 0) return taken;
  const usernames = [...new Set(failed.flatMap(({ of }) => servedBy(of)))];
  throw new SomeUsersFailed(
    usernames,
    failed.map(({ error }) => error),
    message,
  );
}

/** The same for any items of users, in order, each to its end. @throws {SomeUsersFailed} */
export async function eachOfUsers<T extends { readonly username: Username }>(
  all: Iterable<T>,
  message: string,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const failed: { readonly of: Username; readonly error: unknown }[] = [];
  for (const one of all)
    await work(one).catch((error: unknown) => void failed.push({ of: one.username, error }));
  if (failed.length === 0) return;
  const usernames = [...new Set(failed.map(({ of }) => of))];
  throw new SomeUsersFailed(
    usernames,
    failed.map(({ error }) => error),
    message,
  );
}

type Placed = Pick<Trade, 'username' | 'venue' | 'venueAccount'>;

export function userAccountOf({ username, venue, venueAccount: account }: Placed): UserAccount {
  return { username, venue, account };
}

export function isOf(account: UserAccount, trade: Placed): boolean {
  return trade.username === account.username && isIn(account)({ trade });
}

/** Each account once, in the order of first appearance. */
export function distinctAccounts(accounts: readonly UserAccount[]): readonly UserAccount[] {
  return [...new Map(accounts.map((account) => [accountKey(account), account])).values()];
}

/** Gives accounts their turns in order, each to its end: for a desk with few accounts. */
const IN_ORDER: Turns = {
  each: async (_lane, accounts, work) => {
    const failed: { of: UserAccount; error: unknown }[] = [];
    for (const of of accounts)
      await work(of).catch((error: unknown) => void failed.push({ of, error }));
    return { failed, late: [] };
  },
  alone: async (_lane, _account, work) => {
    await work();
    return true;
  },
};
