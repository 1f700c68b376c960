import type { DocumentNode } from 'graphql';
import type { InputPaths } from './input-paths.ts';

const MOST = 500;
const LONGEST = 20_000;

export interface KnownDocument {
  readonly document: DocumentNode;
  readonly paths: InputPaths;
}

/** Documents already parsed and validated, by their text; the most recently used are kept. */
export class KnownDocuments {
  readonly #bySource = new Map<string, KnownDocument>();

  get(source: string): KnownDocument | null {
    const known = this.#bySource.get(source);
    if (!known) return null;
    this.#bySource.delete(source);
    this.#bySource.set(source, known);
    return known;
  }

  add(source: string, known: KnownDocument): void {
    if (source.length > LONGEST) return;
    this.#bySource.set(source, known);
    const [oldest] = this.#bySource.keys();
    if (this.#bySource.size > MOST && oldest !== undefined) this.#bySource.delete(oldest);
  }
}
