import type { Timers } from '../../ports/timers.ts';

/** Few enough that work on them at once holds up no other work: some milliseconds. */
const AT_ONCE = 1_000;

/** The items, some at a time, with a turn for all other work in between. */
export async function* inParts<T>(
  timers: Pick<Timers, 'turn'>,
  items: readonly T[],
  most = AT_ONCE,
): AsyncGenerator<readonly T[]> {
  if (items.length > 0) yield items.length > most ? items.slice(0, most) : items;
  for (let from = most; from < items.length; from += most) {
    await timers.turn();
    yield items.slice(from, from + most);
  }
}

/** Those of the items that are wanted, found in parts. */
export async function keptInParts<T>(
  timers: Pick<Timers, 'turn'>,
  items: readonly T[],
  isWanted: (item: T) => boolean,
): Promise<readonly T[]> {
  const kept: T[] = [];
  for await (const part of inParts(timers, items))
    for (const each of part) if (isWanted(each)) kept.push(each);
  return kept;
}
