import { groupOf, groupTrades, type Group, type Grouping, type SortKey } from './groups.ts';
import type { TradeRowFragment } from '../gql/graphql.ts';

/**
 * Keeps rows where they are while the reader points at them or works in them: values still change,
 * rows that leave are gone, new rows wait and are counted.
 */
export class HeldOrder {
  #held: { name: string; ids: string[] }[] | null = $state.raw(null);

  hold(groups: readonly Group[]): void {
    this.#held ??= groups.map(({ name, trades }) => ({ name, ids: trades.map((t) => t.id) }));
  }

  release(): void {
    this.#held = null;
  }

  arrange(
    trades: readonly TradeRowFragment[],
    by: Grouping,
    sort: SortKey,
  ): { groups: Group[]; waiting: number } {
    const fresh = groupTrades(trades, by, sort);
    const held = this.#held;
    if (!held) return { groups: fresh, waiting: 0 };
    const byId = new Map(trades.map((trade) => [trade.id, trade]));
    const known = new Set(held.flatMap((group) => group.ids));
    const groups = held.flatMap(({ name, ids }) => {
      const rows = ids.flatMap((id) => byId.get(id) ?? []);
      return rows.length ? [groupOf(name, rows)] : [];
    });
    return { groups, waiting: trades.filter((trade) => !known.has(trade.id)).length };
  }
}
