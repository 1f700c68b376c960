/** Numbers of this process's transactions. They are kept until a check that includes them has compared them. */
export class OwnNumbers {
  readonly #noted = new Map<string, Set<number>>();

  note(of: string, number: number): void {
    const known = this.#noted.get(of) ?? new Set();
    this.#noted.set(of, known.add(number));
  }

  has(of: string, number: number): boolean {
    return this.#noted.get(of)?.has(number) ?? false;
  }

  /** Whether one of these numbers belongs to another process. */
  lacks(of: string, after: number, upTo: number): boolean {
    for (let number = after + 1; number <= upTo; number += 1)
      if (!this.has(of, number)) return true;
    return false;
  }

  /** Returns a function that drops all numbers noted by now. */
  forgetter(): () => void {
    const now = [...this.#noted].map(([of, numbers]) => [of, [...numbers]] as const);
    return () => {
      for (const [of, numbers] of now) {
        const left = this.#noted.get(of);
        for (const number of numbers) left?.delete(number);
        if (left?.size === 0) this.#noted.delete(of);
      }
    };
  }
}
