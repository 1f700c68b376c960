/**
 * A secret that no log, error or answer can print: whoever needs it says so by `open`. It survives neither
 * JSON nor a copy.
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

  /** What Node’s `console` and `inspect` ask for. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[sealed]';
  }
}
