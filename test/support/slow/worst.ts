/** The sizes of many differences, by name, with a description of the largest. */
export class Worst {
  readonly #seen = new Map<string, { sizes: number[]; largest: number; of: string }>();

  /** Records a difference; NaN counts as infinite. */
  see(name: string, difference: number, of: string): void {
    const size = Number.isNaN(difference) ? Infinity : Math.abs(difference);
    const seen = this.#seen.get(name) ?? { sizes: [], largest: -1, of };
    this.#seen.set(name, seen);
    seen.sizes.push(size);
    if (size <= seen.largest) return;
    seen.largest = size;
    seen.of = of;
  }

  /** The largest difference; infinite when nothing was compared, because that proves nothing. */
  of(name: string): number {
    return this.#seen.get(name)?.largest ?? Infinity;
  }

  /** The size that a share of the differences does not exceed. */
  quantile(name: string, share: number): number {
    const sizes = [...(this.#seen.get(name)?.sizes ?? [])].sort((a, b) => a - b);
    return sizes[Math.ceil(share * sizes.length) - 1] ?? Infinity;
  }

  count(name: string): number {
    return this.#seen.get(name)?.sizes.length ?? 0;
  }

  /** The largest differences as text, for the message of a failing test. */
  toString(): string {
    return [...this.#seen]
      .map(([name, { largest, of }]) => `${name} ${largest.toPrecision(3)} (${of})`)
      .join(', ');
  }
}
