import type { ReadinessCheck } from '../ports/readiness.ts';
import type { Log } from '../ports/log.ts';
import type { BookDesk } from '../usecases/book-desk.ts';

/** A round that left some accounts behind is followed by the next. */
const AGAIN_MS = 2_000;

/**
 * Recovery from a crash is a reconciliation. It goes on beside everything else: who asks is served meanwhile,
 * and a venue that is down keeps the desk from nothing but its own accounts.
 */
export class StartUp {
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly desk: BookDesk,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#round = this.#compare();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#round;
  }

  /** Told by `/readyz`, which is 200 meanwhile. */
  readonly check: ReadinessCheck = {
    name: 'accounts',
    essential: false,
    check: async () => {
      const progress = this.desk.compareAtStart.progress();
      if (!progress) return 'not compared yet';
      const { compared, of } = progress;
      return compared === of ? null : `${compared} of ${of} compared`;
    },
  };

  async #compare(): Promise<void> {
    const isDone = await this.desk.compareAtStart.execute().catch((error: unknown) => {
      this.log.warn('The comparison at the start is incomplete; it goes on', { error });
      return false;
    });
    if (isDone || this.#stopped) return;
    this.#timer = setTimeout(() => this.start(), AGAIN_MS);
  }
}
