import type { Log } from '../ports/log.ts';
import type { BookDesk } from '../usecases/book-desk.ts';

const BEAT_MS = 1000;
/** This venue's marks are free, so they are refreshed more often than they are stored. */
const BEATS_TO_A_GLANCE = 4;

/** A venue in this process: returns the users whose orders changed as they met the market, and the failures. */
export interface BeatenVenue {
  tick(): Promise<{ readonly changed: readonly string[]; readonly failures: readonly unknown[] }>;
}

/**
 * Drives the simulated venue in this process: each second its orders meet the market, and users with a fill
 * are synced at once instead of at the next minute.
 */
export class VenuePulse {
  #timer: NodeJS.Timeout | null = null;
  #beat: Promise<void> = Promise.resolve();
  #beats = 0;

  constructor(
    private readonly venue: BeatenVenue,
    private readonly desk: BookDesk,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#timer = setTimeout(() => {
      this.#beat = this.#tick().finally(() => this.#timer && this.start());
    }, BEAT_MS);
  }

  /** Resolves when the current beat has ended. */
  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#beat;
  }

  async #sync(account: string): Promise<void> {
    await this.desk.syncOrders.at(account, 'SIMULATED').catch((error: unknown) => {
      this.log.error('A fill waits for the next sync', { error });
    });
  }

  async #tick(): Promise<void> {
    try {
      const { changed, failures } = await this.venue.tick();
      for (const error of failures) this.log.error('An account missed the market', { error });
      await Promise.all(changed.map((account) => this.#sync(account)));
      this.#beats += 1;
      if (this.#beats % BEATS_TO_A_GLANCE === 0) await this.desk.takeSnapshots.glance('SIMULATED');
    } catch (error) {
      this.log.error('The simulated venue missed a beat', { error });
    }
  }
}
