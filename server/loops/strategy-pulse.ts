import type { Log } from '../ports/log.ts';
import type { RunStrategies } from '../usecases/runs/run-strategies.ts';

/** A bar is handed over within 5 s of its end, of which its source may need half. */
const BEAT_MS = 1_000;
/** However fast the desk's clock is. */
const SHORTEST_BEAT_MS = 50;

/** Milliseconds of the machine from one beat to the next, where the desk's clock runs so many times as fast. */
export function beatMs(speed: number): number {
  return Math.max(SHORTEST_BEAT_MS, BEAT_MS / speed);
}

/** Lets the strategies of one book do their next step, again and again. */
export class StrategyPulse {
  #timer: NodeJS.Timeout | null = null;
  #beat: Promise<void> = Promise.resolve();

  constructor(
    private readonly strategies: Pick<RunStrategies, 'beat' | 'stop'>,
    private readonly everyMs: number,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#timer = setTimeout(() => {
      this.#beat = this.#tick().finally(() => this.#timer && this.start());
    }, this.everyMs);
  }

  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#beat;
    await this.strategies.stop();
  }

  async #tick(): Promise<void> {
    try {
      await this.strategies.beat();
    } catch (error) {
      this.log.error('The strategies missed a beat', { error });
    }
  }
}
