import type { Clock } from '../../ports/clock.ts';
import type { Timers } from '../../ports/timers.ts';

const PATIENCE_MS = 3_000;
/** How long a read waits for another user's request, in milliseconds; then it asks for itself. */
const STRANGER_MS = 1_500;

interface Read<T> {
  readonly at: number;
  isPending: boolean;
  readonly answer: Promise<T | null>;
}

/**
 * Reads of sources that many users share: what one user asked for a moment ago, or asks for now, answers the others
 * too. Where no answer comes soon, each asks with their own access: one user's token holds no other user back.
 */
export class SharedReads<T> {
  readonly #reads = new Map<string, Read<T>>();

  constructor(
    private readonly deps: { readonly clock: Clock; readonly timers: Timers },
    /** Milliseconds of the desk's clock for which an answer is kept. */
    private readonly lastsMs: number,
  ) {}

  /** Null: there is no answer now. */
  async of(key: string, ask: () => Promise<T>): Promise<T | null> {
    const now = this.deps.clock.now().getTime();
    const known = this.#reads.get(key);
    if (!known || (!known.isPending && now - known.at >= this.lastsMs)) return this.#ask(key, ask);
    const { timers } = this.deps;
    const answer = await timers.within<T | null>(STRANGER_MS, known.answer, () => null);
    return answer ?? this.#ask(key, ask);
  }

  #ask(key: string, ask: () => Promise<T>): Promise<T | null> {
    const at = this.deps.clock.now().getTime();
    const asked = ask().catch(() => null);
    const answer = this.deps.timers.within<T | null>(PATIENCE_MS, asked, () => null);
    const read = { at, answer, isPending: true };
    this.#reads.set(key, read);
    void answer.then((value) => {
      read.isPending = false;
      if (value === null && this.#reads.get(key) === read) this.#reads.delete(key);
    });
    return answer;
  }

  /** Forgets answers that are too old. */
  tidy(): void {
    const now = this.deps.clock.now().getTime();
    for (const [key, { at, isPending }] of this.#reads)
      if (!isPending && now - at >= this.lastsMs) this.#reads.delete(key);
  }
}
