import { StrategyFailed } from '../../ports/backtest-pool.ts';
import { endFailed } from './end-failed.ts';
import { LiveRun, Overtaken, type RunParts } from './live-run.ts';
import type { RunOf } from './run-deps.ts';

/** Beats that pass before the next step after a fault of the desk or a source. */
const PAUSE = 5;
/** Beats between two tries of what waits, and between two looks at fills without a wake. */
const TRY_BEATS = 5;
const LOOK_BEATS = 30;

/** One run that this server serves, a step at a time; no other run waits for it. */
export class ServedRun {
  #live: LiveRun | null = null;
  #step: Promise<void> | null = null;
  #pause = 0;
  #beats = 0;
  /** Something that the strategy asked for may wait. */
  #waits = true;
  /** Its user's book has changed. */
  #woken = true;
  #isOver = false;
  readonly #unsubscribe: () => void;

  constructor(
    private readonly parts: RunParts,
    private readonly of: RunOf,
  ) {
    const { feed, mode } = parts.deps;
    this.#unsubscribe = feed.subscribe(mode, of.run.username, ({ marked }) => {
      if (marked.length === 0) this.#woken = true;
    });
  }

  beat(): void {
    this.#beats += 1;
    if (this.#step || this.#isOver || this.#pause-- > 0) return;
    this.#pause = 0;
    this.#step = this.#work().finally(() => (this.#step = null));
  }

  /** Resolves when its present step has ended. */
  async idle(): Promise<void> {
    await this.#step;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    this.#unsubscribe();
    await this.idle();
    await this.#live?.close();
    this.#live = null;
  }

  async #work(): Promise<void> {
    try {
      this.#live ??= await LiveRun.open(this.parts, this.of);
      await this.#serve(this.#live);
    } catch (error) {
      await this.#reset(error);
    }
  }

  async #serve(live: LiveRun): Promise<void> {
    if (this.#waits && this.#beats % TRY_BEATS === 1) this.#waits = await live.tryWaiting();
    if (this.#woken || this.#beats % LOOK_BEATS === 0) {
      this.#woken = false;
      if (await live.tellFills()) this.#waits = true;
    }
    if (await live.handBars()) this.#waits = true;
    if (await live.tellQuotes()) this.#waits = true;
  }

  /** Whatever went wrong, the instance may know more than is stored: it is built again from its journal. */
  async #reset(error: unknown): Promise<void> {
    const { log } = this.parts.deps;
    const { id: run } = this.of.run;
    await this.#live?.close().catch(() => undefined);
    this.#live = null;
    this.#waits = true;
    this.#woken = true;
    if (error instanceof Overtaken) return;
    this.#pause = PAUSE;
    if (!(error instanceof StrategyFailed)) {
      log.warn('A strategy’s run goes on in a moment', { run, error });
      return;
    }
    await endFailed(this.parts.deps, this.of, error.message).catch((failure: unknown) =>
      log.error('The end of a strategy that failed could not be told yet', { run, failure }),
    );
  }
}
