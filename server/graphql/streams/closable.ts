/**
 * Ends a generator at once when its reader leaves. A generator that is waiting cannot be ended from outside,
 * so `close` must end the wait.
 */
export function closable<T>(
  messages: AsyncGenerator<T, void>,
  close: () => void,
): AsyncIterableIterator<T> {
  return {
    next: () => messages.next(),
    return: () => {
      close();
      return messages.return();
    },
    throw: (error: unknown) => {
      close();
      return messages.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Replaces each item of a stream by the items that `map` returns. */
export function mapped<T, U>(
  items: AsyncIterableIterator<T>,
  map: (item: T) => Iterable<U>,
): AsyncIterableIterator<U> {
  async function* each(): AsyncGenerator<U, void> {
    for await (const item of items) yield* map(item);
  }
  return closable(each(), () => void items.return?.());
}
