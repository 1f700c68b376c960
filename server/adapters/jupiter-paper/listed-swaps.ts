import type { Knex } from 'knex';
import { swapFromRow } from './swap-row.ts';
import type { PaperSwap } from './swap-store.ts';

interface Kept {
  /** None that ended since then is missing up to the last. */
  readonly since: Date;
  /** By number; one at least. */
  readonly swaps: readonly [PaperSwap, ...PaperSwap[]];
}

/**
 * The swaps that accounts list, read again only as far as they are new. A swap never changes, so that what is
 * kept of an account is worth what its last row is: each read begins with that one, and finds it as it was.
 */
export class ListedSwaps {
  /** The account last used comes last. */
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  constructor(
    private readonly knex: Knex,
    private readonly most: number,
  ) {}

  async since(account: string, since: Date): Promise<readonly PaperSwap[]> {
    const known = this.#kept.get(account);
    const swaps =
      (known && known.since <= since ? await this.#newer(account, known, since) : null) ??
      (await this.#read(account, since));
    this.#keep(account, since, swaps);
    return swaps;
  }

  /** Null when the last known swap is not there: another database's, then. */
  async #newer(account: string, { swaps }: Kept, since: Date): Promise<PaperSwap[] | null> {
    const last = swaps.at(-1)!;
    const rows = await this.#rows(account).where('number', '>=', last.number);
    const [same, ...more] = rows.map(swapFromRow);
    if (same?.tag !== last.tag) return null;
    return [...swaps, ...more].filter(({ endedAt }) => endedAt >= since);
  }

  async #read(account: string, since: Date): Promise<PaperSwap[]> {
    const rows = await this.#rows(account).where('ended_at', '>=', since.getTime());
    return rows.map(swapFromRow);
  }

  #rows(account: string): Knex.QueryBuilder<object, object[]> {
    return this.knex<object>('paper_swaps').where({ account }).orderBy('number').select('*');
  }

  #keep(account: string, since: Date, [first, ...others]: readonly PaperSwap[]): void {
    this.#forget(account);
    if (!first) return;
    this.#kept.set(account, { since, swaps: [first, ...others] });
    this.#size += 1 + others.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.most) break;
      this.#forget(oldest);
    }
  }

  #forget(account: string): void {
    this.#size -= this.#kept.get(account)?.swaps.length ?? 0;
    this.#kept.delete(account);
  }
}
