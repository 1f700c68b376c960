import type { Username } from '../../domain/ids.ts';
import type { UserAccount } from '../../ports/turns.ts';

/** Users whose rows are read at once: few enough that no read holds up other work. */
const USERS_AT_ONCE = 25;

interface Chunk<T> {
  readonly usernames: readonly Username[];
  /** Accounts that have not asked yet. */
  waiting: number;
  read: Promise<ReadonlyMap<Username, T> | null> | null;
}

/**
 * What each account of a round would read for itself, read for many users by one read, when the first of them
 * asks. It is as old as that read, so a caller that acts on it decides again under the lock.
 */
export class ReadAhead<T> {
  readonly #chunks = new Map<Username, Chunk<T>>();

  constructor(
    accounts: readonly UserAccount[],
    private readonly read: (usernames: readonly Username[]) => Promise<ReadonlyMap<Username, T>>,
  ) {
    const all = [...new Set(accounts.map(({ username }) => username))];
    for (let at = 0; at < all.length; at += USERS_AT_ONCE) {
      const usernames = all.slice(at, at + USERS_AT_ONCE);
      const chunk = { usernames, waiting: 0, read: null };
      for (const username of usernames) this.#chunks.set(username, chunk);
    }
    for (const { username } of accounts) this.#chunkOf(username).waiting += 1;
  }

  /** Undefined when the read failed, perhaps on another user's row: then each user is read apart. */
  async of(username: Username): Promise<T | undefined> {
    const chunk = this.#chunkOf(username);
    chunk.read ??= this.read(chunk.usernames).catch(() => null);
    const { read } = chunk;
    chunk.waiting -= 1;
    // The last account has asked: the read is not needed any more.
    if (chunk.waiting === 0) chunk.read = null;
    return (await read)?.get(username);
  }

  #chunkOf(username: Username): Chunk<T> {
    const chunk = this.#chunks.get(username);
    if (!chunk) throw new Error(`No account of ${username} is in this round.`);
    return chunk;
  }
}
