/**
 * A secret that no log, error or answer can print: code that needs it calls `open`. It survives neither JSON
 * nor a copy.
 */
export class Sealed<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  open(): T {
    return this.#value;
  }

  toString(): string {
    return '[sealed]';
  }

  toJSON(): string {
    return '[sealed]';
  }

  /** What Node’s `console` and `inspect` call to show the object. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[sealed]';
  }
}
