import type { LogPlace } from './event-cursor.ts';
import type { LogBatch } from './log-page.ts';
import type { LogTail, Progress, Step } from './log-tail.ts';

/** What a step is to a reader: already known, the next to send, or too far ahead of a reader who is behind. */
export type StepSeen = 'known' | 'next' | 'behind';

/**
 * One reader's way through a book's log, each event once and in order. It uses reads of its own, or the steps
 * of the tail that all readers share, whichever fits its progress.
 */
export class LogReading {
  #at: Progress;
  #whole: boolean;

  /** `whole`: the log had nothing after `start` when the reading began. */
  constructor(
    readonly tail: LogTail,
    start: Progress & { readonly whole: boolean },
    private readonly release: () => void,
  ) {
    this.#at = { place: start.place, wake: start.wake };
    this.#whole = start.whole;
  }

  get at(): Progress {
    return this.#at;
  }

  /** Whether its own last read reached the end that the log had then. */
  get isWhole(): boolean {
    return this.#whole;
  }

  /** Whether it has everything that the tail has sent: the tail's next step then continues from here. */
  get isLevel(): boolean {
    const sent = this.tail.at;
    if (!this.#whole) return false;
    return !sent || (this.#at.wake >= sent.wake && this.#reached(sent.place));
  }

  /** Reads what follows its place; null when nothing does. */
  async read(): Promise<LogBatch | null> {
    const { place, wake } = this.#at;
    const { wakes } = this.tail;
    const { last } = wakes;
    const { batch, whole } = await this.tail.read(place, wakes.markedSince(wake));
    this.#at = { place: batch, wake: whole ? last : wake };
    this.#whole = whole;
    return batch.events.length > 0 || batch.trades.length > 0 ? batch : null;
  }

  see({ from, to }: Step): StepSeen {
    const { place, wake } = this.#at;
    if (wake >= to.wake && this.#reached(to.place)) return 'known';
    return place.sequence === from.place.sequence && wake >= from.wake ? 'next' : 'behind';
  }

  /** Moves its place past a step that was `next`. */
  pass({ to }: Step): void {
    this.#at = { place: to.place, wake: Math.max(this.#at.wake, to.wake) };
  }

  close(): void {
    this.release();
  }

  #reached({ sequence }: LogPlace): boolean {
    return this.#at.place.sequence >= sequence;
  }
}
