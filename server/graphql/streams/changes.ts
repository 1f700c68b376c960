import { setTimeout as wait } from 'node:timers/promises';
import { closable } from './closable.ts';

const EVERY_MS = 1_000;

/**
 * Looks once a second and yields each item whose `keyOf` has changed since it was last yielded. `known` are
 * keys that the reader already has. A failed look ends the stream with its error. `over` is called once it has ended,
 * perhaps more than once.
 */
export function changes<T>(
  look: () => Promise<readonly { readonly id: string; readonly key: string; readonly item: T }[]>,
  known: Map<string, string> = new Map(),
  over: () => void = () => {},
): AsyncIterableIterator<T> {
  const stop = new AbortController();
  // A generator that was never started runs no `finally` when it is ended.
  stop.signal.addEventListener('abort', over);
  async function* polled(): AsyncGenerator<T, void> {
    try {
      yield* poll(look, known, stop.signal);
    } finally {
      over();
    }
  }
  return closable(polled(), () => stop.abort());
}

async function* poll<T>(
  look: () => Promise<readonly { readonly id: string; readonly key: string; readonly item: T }[]>,
  yielded: Map<string, string>,
  stop: AbortSignal,
): AsyncGenerator<T, void> {
  while (!stop.aborted) {
    for (const { id, key, item } of await look()) {
      if (yielded.get(id) === key) continue;
      yielded.set(id, key);
      yield item;
    }
    await wait(EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}
