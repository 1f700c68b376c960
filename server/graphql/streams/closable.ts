/**
 * Makes a generator end at once when its reader goes away. A generator that waits inside cannot be
 * ended from outside, so `close` has to end the wait.
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

/** Each item of a stream as the items that `map` makes of it. */
export function mapped<T, U>(
  items: AsyncIterableIterator<T>,
  map: (item: T) => Iterable<U>,
): AsyncIterableIterator<U> {
  async function* each(): AsyncGenerator<U, void> {
    for await (const item of items) yield* map(item);
  }
  return closable(each(), () => void items.return?.());
}
