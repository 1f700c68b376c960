import type { DriftTrade } from './drift-trade.ts';

type Decided = Pick<DriftTrade, 'id' | 'symbol' | 'side' | 'decidedAt' | 'ordinal'>;

/** The two sides of one decision; one of them may be missing. */
export type Pair<E, A> =
  | { readonly expected: E; readonly actual: A }
  | { readonly expected: E; readonly actual: null }
  | { readonly expected: null; readonly actual: A };

/**
 * Pairs each expected trade with the actual one of the same decision: same symbol and side, same instant, same
 * place there. Then it pairs the rest within `nearMs` of each other, the nearest first: an answer to a fill is
 * decided when that fill happened. Every trade is in exactly one pair, whatever the order of the input.
 */
export function pairTrades<E extends Decided, A extends Decided>(
  expected: readonly E[],
  actual: readonly A[],
  nearMs: number,
): readonly Pair<E, A>[] {
  const pairs: Pair<E, A>[] = [];
  const others = groupsOf(actual);
  for (const [key, mine] of groupsOf(expected)) {
    pairs.push(...pairGroup(mine, others.get(key) ?? [], nearMs));
    others.delete(key);
  }
  for (const left of others.values())
    pairs.push(...left.map((each) => ({ expected: null, actual: each })));
  return pairs.sort((a, b) => inTime(eitherOf(a), eitherOf(b)));
}

function pairGroup<E extends Decided, A extends Decided>(
  expected: readonly E[],
  actual: readonly A[],
  nearMs: number,
): readonly Pair<E, A>[] {
  const mine = new Set(expected);
  const theirs = new Set(actual);
  const pairs: Pair<E, A>[] = [];
  for (const [one, other] of candidates(expected, actual, nearMs)) {
    if (!mine.has(one) || !theirs.has(other)) continue;
    mine.delete(one);
    theirs.delete(other);
    pairs.push({ expected: one, actual: other });
  }
  return [
    ...pairs,
    ...[...mine].map((each) => ({ expected: each, actual: null })),
    ...[...theirs].map((each) => ({ expected: null, actual: each })),
  ];
}

/** All pairs within a distance, the nearest first; both inputs are in order of time. */
function candidates<E extends Decided, A extends Decided>(
  expected: readonly E[],
  actual: readonly A[],
  distance: number,
): readonly (readonly [E, A])[] {
  const found: (readonly [E, A])[] = [];
  let from = 0;
  for (const one of expected) {
    while (from < actual.length && actual[from]!.decidedAt < one.decidedAt - distance) from += 1;
    for (let at = from; at < actual.length; at += 1) {
      if (actual[at]!.decidedAt > one.decidedAt + distance) break;
      found.push([one, actual[at]!]);
    }
  }
  return found.sort(
    ([a, x], [b, y]) =>
      apart(a, x) - apart(b, y) ||
      Math.abs(a.ordinal - x.ordinal) - Math.abs(b.ordinal - y.ordinal) ||
      inTime(a, b) ||
      inTime(x, y),
  );
}

function eitherOf({ expected, actual }: Pair<Decided, Decided>): Decided {
  return expected ?? actual;
}

function apart(one: Decided, other: Decided): number {
  return Math.abs(one.decidedAt - other.decidedAt);
}

function groupsOf<T extends Decided>(trades: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const trade of [...trades].sort(inTime)) {
    const key = `${trade.side} ${trade.symbol}`;
    const group = groups.get(key);
    if (group) group.push(trade);
    else groups.set(key, [trade]);
  }
  return groups;
}

function inTime(one: Decided, other: Decided): number {
  return (
    one.decidedAt - other.decidedAt || one.ordinal - other.ordinal || (one.id < other.id ? -1 : 1)
  );
}
