import type { Ids } from '../../../server/ports/ids.ts';

/** Ids that a test can foretell: 1, 2, 3 …, 26 characters long and in order. */
export class SeqIds implements Ids {
  #last = 0;

  /** `mark` tells the ids of two sources apart. */
  constructor(private readonly mark = 'a') {}

  next(): string {
    this.#last += 1;
    return this.mark + String(this.#last).padStart(26 - this.mark.length, '0');
  }
}
