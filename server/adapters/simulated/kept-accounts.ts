import type { BookedOrder, VenueState } from '../../domain/matching/venue-state.ts';

/** Ended submissions, each in its state when it was read or when it ended. */
export interface KeptEnded {
  /** All ended submissions that have changed since then are included. */
  readonly since: Date;
  readonly orders: readonly BookedOrder[];
}

/** An account as it was at one version. */
export interface KeptAccount {
  readonly version: number;
  readonly state: VenueState;
  /** Null: they were not read. */
  readonly ended: KeptEnded | null;
  /** Ids of orders stored by a migration, which did not know what they wait for. */
  readonly unmarked: readonly string[];
}

/**
 * The accounts last used, up to so many orders in all. An entry may be used only after its version has been
 * compared with the database.
 */
export class KeptAccounts {
  readonly #accounts = new Map<string, KeptAccount>();
  #orders = 0;

  constructor(private readonly most: number) {}

  get(account: string): KeptAccount | null {
    return this.#accounts.get(account) ?? null;
  }

  set(account: string, kept: KeptAccount): void {
    this.delete(account);
    this.#accounts.set(account, kept);
    this.#orders += sizeOf(kept);
    for (const oldest of this.#accounts.keys()) {
      if (this.#orders <= this.most) break;
      this.delete(oldest);
    }
  }

  delete(account: string): void {
    const kept = this.#accounts.get(account);
    if (!kept) return;
    this.#accounts.delete(account);
    this.#orders -= sizeOf(kept);
  }
}

/** The orders and positions that an account keeps in memory; one more, so that an empty account counts too. */
function sizeOf({ state, ended }: KeptAccount): number {
  return 1 + state.orders.length + state.positions.length + (ended?.orders.length ?? 0);
}
