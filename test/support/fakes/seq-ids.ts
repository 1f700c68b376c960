import type { Ids } from '../../../server/ports/ids.ts';

/** Ids that a test can predict: 1, 2, 3 …, 26 characters long and in order. */
export class SeqIds implements Ids {
  #last = 0;

  /** `mark` distinguishes the ids of two sources. */
  constructor(private readonly mark = 'a') {}

  next(): string {
    this.#last += 1;
    return this.mark + String(this.#last).padStart(26 - this.mark.length, '0');
  }
}
