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
 * Numbers what was asked for at one instant, of one symbol and side, from 0 on, over all lists: then it has the same
 * number on both sides of a pair, whatever counted it before.
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
