import type { Client } from '@urql/svelte';
import { SvelteMap } from 'svelte/reactivity';
import { SparklinesDocument } from '../gql/graphql.ts';
import type { TradeRowFragment, TradingMode } from '../gql/graphql.ts';

const KEPT = 60;

/** The recent marks of each open trade: loaded once, then extended by each pushed mark. */
export class Sparks {
  readonly #points = new SvelteMap<string, readonly number[]>();
  readonly #seen = new Map<string, string>();

  async load(client: Client, mode: TradingMode): Promise<void> {
    const { data } = await client
      .query(SparklinesDocument, { mode }, { requestPolicy: 'network-only' })
      .toPromise();
    for (const { id, snapshots } of data?.trades.nodes ?? []) {
      const past = snapshots.nodes.flatMap(({ price }) => (price === null ? [] : [Number(price)]));
      const pushed = this.#points.get(id) ?? [];
      this.#points.set(id, [...past.reverse(), ...pushed].slice(-KEPT));
    }
  }

  /** Adds the mark of each trade unless it is the one added last. */
  grow(trades: readonly TradeRowFragment[]): void {
    for (const { id, mark } of trades) {
      const at = mark?.sourceTime ?? mark?.receivedAt;
      if (!mark?.price || !at || this.#seen.get(id) === at) continue;
      this.#seen.set(id, at);
      this.#points.set(id, [...(this.#points.get(id) ?? []), Number(mark.price)].slice(-KEPT));
    }
  }

  of(id: string): readonly number[] {
    return this.#points.get(id) ?? [];
  }
}
