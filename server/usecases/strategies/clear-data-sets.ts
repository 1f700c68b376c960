import type { StrategyDeps } from './strategy-deps.ts';

/** How often it looks for what imports and deletions have left, in milliseconds; a look is one small read. */
const LOOK_MS = 30_000;

/** Deletes stored rows of imported data that no set has any more. */
export class ClearDataSets {
  #clearing: Promise<void> | null = null;
  #stopLooking: () => void = () => undefined;
  readonly #stopped = new AbortController();

  constructor(private readonly deps: Pick<StrategyDeps, 'dataSets' | 'timers' | 'log'>) {}

  start(): void {
    this.#stopLooking = this.deps.timers.every(LOOK_MS, () => this.#kick());
    this.#kick();
  }

  async stop(): Promise<void> {
    this.#stopLooking();
    this.#stopped.abort();
    await this.#clearing;
  }

  #kick(): void {
    this.#clearing ??= this.#clear().finally(() => (this.#clearing = null));
  }

  async #clear(): Promise<void> {
    try {
      await this.deps.dataSets.clear(this.#stopped.signal);
    } catch (error) {
      this.deps.log.warn('What imports have left could not be deleted', { error });
    }
  }
}
