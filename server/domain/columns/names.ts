/** Gives texts numbers, so that a column holds numbers. It only grows: a number stays right for older columns. */
export class Names {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #lists = new Map<number, readonly string[]>();

  /** The text's number, a new one for a new text; -1 for null. */
  codeOf(text: string | null): number {
    if (text === null) return -1;
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** The text's number; undefined for a text that no column has. */
  find(text: string): number | undefined {
    return this.#codes.get(text);
  }

  textOf(code: number): string | null {
    return this.#texts[code] ?? null;
  }

  codeOfList(texts: readonly string[]): number {
    return this.codeOf(JSON.stringify(texts));
  }

  listOf(code: number): readonly string[] {
    const known = this.#lists.get(code);
    if (known) return known;
    const list = JSON.parse(this.#texts[code] ?? '[]') as readonly string[];
    this.#lists.set(code, list);
    return list;
  }

  get size(): number {
    return this.#texts.length;
  }
}
