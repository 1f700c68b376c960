import { monotonicFactory } from 'ulid';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';

/** ULIDs in lower case, ascending even within one millisecond. */
export class UlidIds implements Ids {
  readonly #ulid = monotonicFactory();

  constructor(private readonly clock: Clock) {}

  next(): string {
    return this.#ulid(this.clock.now().getTime()).toLowerCase();
  }
}
