import type { RealTime } from './real-time.ts';

/** How many more requests a host admits, by its own way of counting. Times are those of `RealTime`. */
export interface Allowance<Urgency> {
  /** If it refuses an urgency, it also refuses every less urgent one. */
  admits(urgency: Urgency, now: number): boolean;
  grant(urgency: Urgency, now: number): void;
  /** The earliest time to admit a request; null while an answer under way may admit one at any time. */
  nextLook(now: number): number | null;
}

interface QueueTerms<Urgency> {
  readonly allowance: Allowance<Urgency>;
  /** Ordered from the most urgent to the least. */
  readonly order: readonly Urgency[];
  readonly time: RealTime;
  /** The error of a request whose turn does not come in time. */
  readonly late: () => Error;
}

interface Waiting<Urgency> {
  readonly urgency: Urgency;
  readonly until: number;
  readonly go: () => void;
  readonly giveUp: () => void;
}

/**
 * Requests that wait for their turn at a host: the most urgent first, then in order of arrival. None waits for a
 * turn that cannot come in time, and none waits longer than its time, except for an answer that is under way.
 */
export class RequestQueue<Urgency> {
  readonly #waiting: Waiting<Urgency>[] = [];
  #alarm: number | null = null;
  #putOff = 0;

  constructor(private readonly terms: QueueTerms<Urgency>) {}

  /** Requests that did not leave at once. */
  get putOff(): number {
    return this.#putOff;
  }

  /** Resolves when the request may leave, at the latest at `until`. @throws {Error} the terms' `late`. */
  take(urgency: Urgency, until: number): Promise<void> {
    return new Promise((resolve, reject) => {
      let gone = false;
      this.#enqueue({
        ...{ urgency, until },
        go: () => {
          gone = true;
          resolve();
        },
        giveUp: () => reject(this.terms.late()),
      });
      this.pump();
      if (!gone) this.#putOff += 1;
    });
  }

  /** Call whenever the allowance may have changed. */
  pump(): void {
    const { allowance, time } = this.terms;
    const now = time.now();
    this.#dismiss(now);
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      if (!allowance.admits(next.urgency, now)) break;
      this.#waiting.shift();
      allowance.grant(next.urgency, now);
      next.go();
    }
    if (this.#waiting.length === 0) return;
    const look = allowance.nextLook(now);
    // The answer under way comes next, or its timeout.
    if (look === null) return;
    this.#dismiss(look);
    this.#lookAgain(now, look);
  }

  #enqueue(waiting: Waiting<Urgency>): void {
    const { order } = this.terms;
    const rank = order.indexOf(waiting.urgency);
    const behind = this.#waiting.findIndex(({ urgency }) => order.indexOf(urgency) > rank);
    this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, waiting);
  }

  /** Gives up requests that end before `soonest`: none is admitted earlier. */
  #dismiss(soonest: number): void {
    const late = this.#waiting.filter(({ until }) => until < soonest);
    for (const waiting of late) {
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.giveUp();
    }
  }

  #lookAgain(now: number, look: number): void {
    const at = this.#waiting.reduce((soonest, { until }) => Math.min(soonest, until + 1), look);
    if (this.#alarm !== null && this.#alarm > now && this.#alarm <= at) return;
    this.#alarm = at;
    void this.terms.time.sleep(Math.max(at - now, 1)).then(() => {
      if (this.#alarm === at) this.#alarm = null;
      this.pump();
    });
  }
}
