import { grouped } from '../grouped.ts';

interface Decided {
  readonly id: string;
  readonly symbol: string;
  readonly side: string;
  readonly decidedAt: number;
  /** Rises with the order of asking. */
  readonly ordinal: number;
}

/**
 * Numbers the decisions of one instant, symbol and side from 0 on, over all lists. So both sides of a pair have
 * the same number, whatever counted them before.
 */
export function numbered<T extends Readonly<Record<string, readonly Decided[]>>>(lists: T): T {
  const all = Object.values(lists).flat();
  const places = new Map<Decided, number>();
  const groups = grouped(all, ({ symbol, side, decidedAt }) => `${decidedAt} ${side} ${symbol}`);
  for (const group of groups.values()) {
    const inOrder = group.sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1));
    inOrder.forEach((each, n) => places.set(each, n));
  }
  const renumber = (list: readonly Decided[]) =>
    list.map((each) => ({ ...each, ordinal: places.get(each)! }));
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, renumber(list)]),
  ) as unknown as T;
}
