import type { Trade } from '../../domain/trade/trade.ts';
import { isIn } from '../../domain/trade/venue-account.ts';
import { accountKey, type Turns, type TurnsTaken, type UserAccount } from '../../ports/turns.ts';

/** Thrown after every account has had its turn; whose turn failed is for nobody else to know. */
export class SomeUsersFailed extends AggregateError {
  override readonly name = 'SomeUsersFailed';

  constructor(
    readonly usernames: readonly string[],
    failures: readonly unknown[],
    message: string,
  ) {
    super(failures, message);
  }
}

export interface Round {
  /** What is done: of each account it is done once at a time. */
  readonly lane: string;
  readonly accounts: readonly UserAccount[];
  /** Of the error, where some failed. */
  readonly message: string;
  /** Whom a turn serves, where that are several; else the account's own user. */
  readonly servedBy?: (account: UserAccount) => readonly string[];
}

/** Gives each account its turn. Those that are still at it go on by themselves. @throws {SomeUsersFailed} */
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

type Placed = Pick<Trade, 'username' | 'venue' | 'venueAccount'>;

export function userAccountOf({ username, venue, venueAccount: account }: Placed): UserAccount {
  return { username, venue, account };
}

export function isOf(account: UserAccount, trade: Placed): boolean {
  return trade.username === account.username && isIn(account)({ trade });
}

/** Each once, in the order of the first of each. */
export function distinctAccounts(accounts: readonly UserAccount[]): readonly UserAccount[] {
  return [...new Map(accounts.map((account) => [accountKey(account), account])).values()];
}

/** One after the other, to its end: for a desk without a crowd. */
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
