import type { Knex } from 'knex';
import { swapFromRow } from './swap-row.ts';
import type { PaperSwap } from './swap-store.ts';

interface Kept {
  /** All swaps that ended from here up to the last one are in `swaps`. */
  readonly since: Date;
  /** By number; at least one. */
  readonly swaps: readonly [PaperSwap, ...PaperSwap[]];
}

/**
 * The swaps that accounts list; only new ones are read again. Swaps never change, so an account's kept list
 * is valid while its last swap is: each read starts with that swap and checks that it is still the same.
 */
export class ListedSwaps {
  /** The account that was used last comes last. */
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

  /** Null when the last known swap is not there: then this is another database. */
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
