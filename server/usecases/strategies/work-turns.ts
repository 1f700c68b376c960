import type { Username } from '../../domain/ids.ts';

/**
 * Whose turn it is: of the users who want one, the user with the fewest runs, and of equals the user served longest
 * ago. A user without a run gets a turn even where others have taken all lanes, up to a few more.
 */
export class WorkTurns {
  readonly #running = new Map<Username, number>();
  readonly #served = new Map<Username, number>();
  #turn = 0;
  #total = 0;

  constructor(
    private readonly lanes: number,
    private readonly extra: number,
  ) {}

  /** Null: no user has a turn now. */
  next(wanting: Iterable<Username>): Username | null {
    let best: Username | null = null;
    for (const user of wanting) {
      if (!this.#may(user)) continue;
      if (best === null || this.#isBefore(user, best)) best = user;
    }
    return best;
  }

  begin(user: Username): void {
    this.#running.set(user, this.#runningOf(user) + 1);
    this.#served.set(user, (this.#turn += 1));
    this.#total += 1;
  }

  end(user: Username): void {
    const left = this.#runningOf(user) - 1;
    if (left > 0) this.#running.set(user, left);
    else this.#running.delete(user);
    this.#total -= 1;
  }

  #may(user: Username): boolean {
    if (this.#total < this.lanes) return true;
    return this.#runningOf(user) === 0 && this.#total < this.lanes + this.extra;
  }

  #isBefore(one: Username, other: Username): boolean {
    const difference = this.#runningOf(one) - this.#runningOf(other);
    if (difference !== 0) return difference < 0;
    return (this.#served.get(one) ?? 0) < (this.#served.get(other) ?? 0);
  }

  #runningOf(user: Username): number {
    return this.#running.get(user) ?? 0;
  }
}
