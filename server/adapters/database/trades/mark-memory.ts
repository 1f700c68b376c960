import type { Mark } from '../../../domain/market/mark.ts';
import { freezeDeep } from '../sql/freeze-deep.ts';
import { Lru } from '../sql/lru.ts';
import { markFromJson } from './trade-codec.ts';

const MOST = 5_000;

/** Marks by their stored text: trades of one contract on one side have the same. */
export class MarkMemory {
  readonly #marks = new Lru<string, Mark>(MOST);

  of(text: string | null): Mark | null {
    if (text === null) return null;
    return this.#marks.get(text) ?? this.#marks.set(text, freezeDeep(markFromJson(text)));
  }
}
