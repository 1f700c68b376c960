import type { Username } from '../../domain/ids.ts';

/**
 * The order in which things are asked for: users take turns, each with what was asked for longest ago, so that
 * one user's many do not keep another's few waiting.
 */
export function inTurns<T extends { readonly username: Username }>(
  items: readonly T[],
  askedAt: (item: T) => number,
): readonly T[] {
  const turns = new Map<Username, number>();
  const oldestFirst = [...items].sort((a, b) => askedAt(a) - askedAt(b));
  const queued = oldestFirst.map((item) => {
    const turn = turns.get(item.username) ?? 0;
    turns.set(item.username, turn + 1);
    return { item, turn };
  });
  return queued.sort((a, b) => a.turn - b.turn).map(({ item }) => item);
}
