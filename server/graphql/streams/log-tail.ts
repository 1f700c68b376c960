import type { LogPlace } from './event-cursor.ts';
import type { LogBatch, ReadPage } from './log-page.ts';
import type { WakeCount } from './wake-count.ts';

/** How far a reader has read: the log up to `place`, and the marks of all wakes up to `wake`. */
export interface Progress {
  readonly place: LogPlace;
  readonly wake: number;
}

/** One read for all listeners: everything between two points of progress. It may be empty. */
export interface Step {
  readonly from: Progress;
  readonly to: Progress;
  readonly batch: LogBatch;
}

export interface TailListener {
  /** The tail's next read waits for this. */
  take(step: Step): Promise<void>;
  /** Called when a read failed. It is tried again at the next wake. */
  fail(error: unknown): void;
}

/**
 * Reads one book's log once for all its listeners: after each wake, and once more after a read during which
 * more wakes came. So a read that answers a wake never began before that wake.
 */
export class LogTail {
  readonly #listeners = new Set<TailListener>();
  #at: Progress | null = null;
  #busy = false;

  constructor(
    readonly wakes: WakeCount,
    /** Reads for one reader, as that reader's user. */
    readonly read: ReadPage,
    private readonly readLive: ReadPage,
  ) {
    wakes.onWake(() => this.#turn());
  }

  /** How far the listeners have received the log; null without listeners: the next one then sets the start. */
  get at(): Progress | null {
    return this.#listeners.size > 0 || this.#busy ? this.#at : null;
  }

  /** Adds a listener. If it is not the first, it compares each step with its own progress. */
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
      // Otherwise the failing read would be repeated endlessly.
      this.#at = { place: from.place, wake: last };
      for (const each of [...this.#listeners]) each.fail(error);
    }
  }
}
