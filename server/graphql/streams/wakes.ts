import type { TradingMode } from '../../domain/mode.ts';
import type { EventFeed, Wake } from '../../ports/event-feed.ts';

/** All wakes since the last look, combined. */
export interface Waking {
  readonly marked: readonly string[];
  /** An alert was, or may have been, raised or changed. */
  readonly alerted: boolean;
}

/** Collects wakes while the reader is busy: however many come, one read of the log follows. */
export class Wakes {
  readonly #marked = new Set<string>();
  #alerted = false;
  #woken = false;
  #closed = false;
  #wakeUp: (() => void) | null = null;
  readonly #unsubscribe: () => void;

  constructor(feed: EventFeed, mode: TradingMode, username: string) {
    this.#unsubscribe = feed.subscribe(mode, username, (wake) => this.#collect(wake));
  }

  /** Waits for the next wake; null once closed. */
  async next(): Promise<Waking | null> {
    if (!this.#woken && !this.#closed) await new Promise<void>((done) => (this.#wakeUp = done));
    if (this.#closed) return null;
    const waking = { marked: [...this.#marked], alerted: this.#alerted };
    this.#marked.clear();
    this.#alerted = false;
    this.#woken = false;
    return waking;
  }

  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    this.#wakeUp?.();
  }

  #collect(wake: Wake): void {
    for (const id of wake.marked) this.#marked.add(id);
    // A wake without marks or alerts means that something may have been missed.
    this.#alerted ||= wake.alerts.length > 0 || wake.marked.length === 0;
    this.#woken = true;
    this.#wakeUp?.();
    this.#wakeUp = null;
  }
}
