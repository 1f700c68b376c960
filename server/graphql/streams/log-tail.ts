import type { LogPlace } from './event-cursor.ts';
import type { LogBatch, ReadPage } from './log-page.ts';
import type { WakeCount } from './wake-count.ts';

/** How far somebody has read: the log up to `place`, and the marks of all wakes up to `wake`. */
export interface Progress {
  readonly place: LogPlace;
  readonly wake: number;
}

/** One read for all who listen: what lies between two points of progress. It may be nothing. */
export interface Step {
  readonly from: Progress;
  readonly to: Progress;
  readonly batch: LogBatch;
}

export interface TailListener {
  /** The next read waits for it. */
  take(step: Step): Promise<void>;
  /** The read failed. It is tried again at the next wake. */
  fail(error: unknown): void;
}

/**
 * Reads one book's log once for all its listeners: after each wake, and however many wakes come during a
 * read, once more after it. So nobody gets, as the answer to a wake, a read that began before it.
 */
export class LogTail {
  readonly #listeners = new Set<TailListener>();
  #at: Progress | null = null;
  #busy = false;

  constructor(
    readonly wakes: WakeCount,
    /** For one reader, as that reader's user. */
    readonly read: ReadPage,
    private readonly readLive: ReadPage,
  ) {
    wakes.onWake(() => this.#turn());
  }

  /** How far the listeners have been sent; null without listeners: the next one says from where. */
  get at(): Progress | null {
    return this.#listeners.size > 0 || this.#busy ? this.#at : null;
  }

  /** A listener that is not the first compares each step with its own progress. */
  listen(from: Progress, listener: TailListener): () => void {
    if (this.at === null) this.#at = from;
    this.#listeners.add(listener);
    this.#turn();
    return () => void this.#listeners.delete(listener);
  }

  #turn(): void {
    const from = this.#at;
    if (this.#busy || !from || this.#listeners.size === 0 || from.wake >= this.wakes.last) return;
    this.#busy = true;
    void this.#step(from).finally(() => {
      this.#busy = false;
      this.#turn();
    });
  }

  async #step(from: Progress): Promise<void> {
    const { last } = this.wakes;
    try {
      const marked = this.wakes.markedSince(from.wake);
      const { batch, whole } = await this.readLive(from.place, marked);
      const to = { place: batch, wake: whole ? last : from.wake };
      this.#at = to;
      await Promise.all([...this.#listeners].map((each) => each.take({ from, to, batch })));
    } catch (error) {
      // Otherwise the failing read would be repeated without end.
      this.#at = { place: from.place, wake: last };
      for (const each of [...this.#listeners]) each.fail(error);
    }
  }
}
