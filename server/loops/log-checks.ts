import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadinessCheck } from '../ports/readiness.ts';
import type { Log } from '../ports/log.ts';
import type { BookDesk } from '../usecases/book-desk.ts';

/** The pause between two slices of one book, so that other work on its database goes first. */
const PAUSE_MS = 20;
/** The pause after a slice that failed. */
const AGAIN_MS = 2_000;

/**
 * Reads every log once after the start, alongside all other work. Callers are served meanwhile; an entry of REAL
 * has its user’s log read at once.
 */
export class LogChecks {
  readonly #stop = new AbortController();
  #done: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly desks: readonly Pick<BookDesk, 'mode' | 'checkLogs'>[],
    private readonly log: Log,
  ) {}

  start(): void {
    this.#done = Promise.all(this.desks.map((desk) => this.#run(desk)));
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  /** Reported by `/readyz`, which stays 200 meanwhile. */
  readonly check: ReadinessCheck = {
    name: 'logs',
    essential: false,
    check: async () => {
      const unread = this.desks.flatMap(({ mode, checkLogs }) => {
        const progress = checkLogs.progress();
        if (!progress) return [`${mode}: not read yet`];
        return progress.left === 0 ? [] : [`${mode}: ${progress.left} still to be read`];
      });
      return unread.length === 0 ? null : unread.join(', ');
    },
  };

  async #run(desk: Pick<BookDesk, 'mode' | 'checkLogs'>): Promise<void> {
    const { signal } = this.#stop;
    for (let goesOn = true; goesOn && !signal.aborted;) {
      let pause = PAUSE_MS;
      try {
        goesOn = await desk.checkLogs.next();
      } catch (error) {
        this.log.warn('A log could not be read on; it is tried again', { mode: desk.mode, error });
        pause = AGAIN_MS;
      }
      if (goesOn) await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
