import type { ReadinessCheck } from '../ports/readiness.ts';
import type { Log } from '../ports/log.ts';
import type { BookDesk } from '../usecases/book-desk.ts';

/** Delay before the next round, when a round left some accounts unread. */
const AGAIN_MS = 2_000;

/**
 * Recovers from a crash by reconciliation. It runs alongside all other work: callers are served meanwhile, and
 * a venue that is down blocks only its own accounts.
 */
export class StartUp {
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;
  #end: (isDone: boolean) => void = () => undefined;
  /** Resolves to true once every account is compared; to false when it is stopped before. */
  readonly ended = new Promise<boolean>((resolve) => (this.#end = resolve));

  constructor(
    private readonly desk: BookDesk,
    private readonly log: Log,
    /** The name of its line in `/readyz`. */
    private readonly name = 'accounts',
  ) {}

  start(): void {
    this.#round = this.#compare();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#end(false);
    if (this.#timer) clearTimeout(this.#timer);
    await this.#round;
  }

  /** Reported by `/readyz`, which stays 200 meanwhile. */
  get check(): ReadinessCheck {
    return {
      name: this.name,
      essential: false,
      check: async () => {
        const progress = this.desk.compareAtStart.progress();
        if (!progress) return 'not compared yet';
        const { compared, of } = progress;
        return compared === of ? null : `${compared} of ${of} compared`;
      },
    };
  }

  async #compare(): Promise<void> {
    const isDone = await this.desk.compareAtStart.execute().catch((error: unknown) => {
      this.log.warn('The comparison at the start is incomplete; it goes on', { error });
      return false;
    });
    if (isDone) this.#end(true);
    if (isDone || this.#stopped) return;
    this.#timer = setTimeout(() => this.start(), AGAIN_MS);
  }
}
