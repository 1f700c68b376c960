import type { TradingMode } from '../../domain/mode.ts';
import type { EventFeed, Wake } from '../../ports/event-feed.ts';

/**
 * Numbers the wakes of one book, so that each of its readers can say up to which one it has read. A read
 * that began after wake 7 covers the wakes up to 7, never 8.
 */
export class WakeCount {
  #last = 0;
  /** The last wake that marked each trade, the latest at the end. */
  readonly #marked = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  readonly #unsubscribe: () => void;

  /** `marks`: wakes that only report marks count too. */
  constructor(feed: EventFeed, mode: TradingMode, username: string, marks: boolean) {
    this.#unsubscribe = feed.subscribe(mode, username, (wake) => {
      if (marks || wake.marked.length === 0) this.#count(wake);
    });
  }

  /** The number of the last wake; 0 before the first. */
  get last(): number {
    return this.#last;
  }

  /** Trades that later wakes than this one have marked. */
  markedSince(wake: number): readonly string[] {
    return [...this.#marked].flatMap(([id, at]) => (at > wake ? [id] : []));
  }

  /** Drops the marks of wakes up to this one, because all readers have them. */
  forgetMarks(upTo: number): void {
    for (const [id, at] of this.#marked) {
      if (at > upTo) return;
      this.#marked.delete(id);
    }
  }

  /** Calls back on every wake. Returns a function that stops that. */
  onWake(wakeUp: () => void): () => void {
    this.#waiting.add(wakeUp);
    return () => void this.#waiting.delete(wakeUp);
  }

  close(): void {
    this.#unsubscribe();
  }

  #count(wake: Wake): void {
    this.#last += 1;
    for (const id of wake.marked) {
      this.#marked.delete(id);
      this.#marked.set(id, this.#last);
    }
    for (const wakeUp of [...this.#waiting]) wakeUp();
  }
}
