import type { Log } from '../ports/log.ts';
import type { RunStrategies } from '../usecases/runs/run-strategies.ts';

/** Lets the strategies of one book do their next step, again and again. */
export class StrategyPulse {
  #timer: NodeJS.Timeout | null = null;
  #beat: Promise<void> = Promise.resolve();

  constructor(
    private readonly strategies: Pick<RunStrategies, 'beat' | 'stop'>,
    private readonly beatMs: number,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#timer = setTimeout(() => {
      this.#beat = this.#tick().finally(() => this.#timer && this.start());
    }, this.beatMs);
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
