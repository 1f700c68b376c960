import type { Username } from '../../domain/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { BacktestRoom } from '../../ports/backtests.ts';

/** The most runs kept of one user. What the gate to PAPER reads and each strategy's newest sweep stay in addition. */
export const KEPT_RUNS = { backtests: 1_000, sweeps: 100 } as const;

/** Removes the oldest runs of users who run more than they may keep, whenever they ask for another run. */
export class TrimBacktests {
  readonly #due = new Set<Username>();
  readonly #stopped = new AbortController();
  #trimming: Promise<void> | null = null;

  constructor(private readonly deps: { readonly room: BacktestRoom; readonly log: Log }) {}

  kick(username: Username): void {
    if (this.#stopped.signal.aborted) return;
    this.#due.add(username);
    this.#trimming ??= this.#trim();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#trimming;
  }

  async #trim(): Promise<void> {
    const { room, log } = this.deps;
    for (const username of this.#due) {
      this.#due.delete(username);
      try {
        await room.trim(username, KEPT_RUNS, this.#stopped.signal);
      } catch (error) {
        log.warn('Old backtests could not be removed', { error });
      }
    }
    this.#trimming = null;
  }
}
