import type { StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import { StrategyFailed } from '../../../ports/backtest-pool.ts';
import {
  LiveHostLost,
  type LiveAnswer,
  type LiveCall,
  type LiveHost,
  type LiveInstance,
  type LiveNeeds,
} from '../../../ports/live-host.ts';
import type { KindCode } from '../../../ports/strategies.ts';
import { watchRun } from '../pool/stall-watch.ts';
import { newCells, type SharedCells, type TaskName, type Tasks } from '../pool/tasks.ts';
import { Thread, type ThreadProgram } from '../pool/thread.ts';
import { OWN_MEMORY_MB } from '../pool/thread-pool.ts';

/** How many calls one message repeats. */
const REPEATED = 500;

/** Live strategies in threads: shipped kinds share one, and each run of an operator's kind has its own. */
export class ThreadLiveHost implements LiveHost {
  readonly #threads = new Set<Thread>();
  #shared: Thread | null = null;
  #last = 0;
  #isClosing = false;

  constructor(
    private readonly program: ThreadProgram,
    private readonly codeOf: (kind: string) => Promise<KindCode>,
  ) {}

  async open(run: Pick<StrategyRun, 'kind' | 'parameters' | 'seed'>): Promise<LiveInstance> {
    const code = await this.codeOf(run.kind);
    const own = 'module' in code;
    const thread = own ? this.#newThread(OWN_MEMORY_MB) : this.#sharedThread();
    const id = (this.#last += 1);
    const place = new LivePlace(thread, own, id, {
      onEnd: () => void this.#threads.delete(thread),
      isClosing: () => this.#isClosing,
    });
    const { parameters, seed } = run;
    const needs = await place.ask('liveOpen', { id, code, parameters, seed });
    return new ThreadInstance(place, needs);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.all([...this.#threads].map((thread) => thread.end()));
    this.#threads.clear();
  }

  #sharedThread(): Thread {
    if (!this.#shared || this.#shared.isOver) {
      if (this.#shared) this.#threads.delete(this.#shared);
      this.#shared = this.#newThread(null);
    }
    return this.#shared;
  }

  #newThread(memoryMb: number | null): Thread {
    const thread = new Thread(this.program, memoryMb);
    this.#threads.add(thread);
    return thread;
  }
}

/** Where one instance runs, with the fate of its thread. */
class LivePlace {
  readonly cells: SharedCells = newCells();
  /** The reason why this instance, and no other, ended its thread. */
  #blame: Error | null = null;

  constructor(
    private readonly thread: Thread,
    private readonly own: boolean,
    readonly id: number,
    private readonly host: { readonly onEnd: () => void; readonly isClosing: () => boolean },
  ) {}

  /** @throws {StrategyFailed} {@link LiveHostLost} when another instance ended the thread. */
  async ask<N extends TaskName>(name: N, asks: Tasks[N]['asks']): Promise<Tasks[N]['answers']> {
    const stop = watchRun({
      ...{ cells: this.cells, signal: NEVER, onProgress: () => undefined },
      end: (why) => {
        this.#blame = why;
        void this.thread.end(why);
      },
    });
    try {
      return await this.thread.ask(name, asks, this.cells);
    } catch (error) {
      const isShared = this.thread.isOver && !this.own && !this.#blame;
      const isForeign = isShared || this.host.isClosing();
      await this.end();
      if (isForeign) throw new LiveHostLost('The thread of its strategy ended.');
      throw error;
    } finally {
      stop();
    }
  }

  async end(): Promise<void> {
    if (this.own) {
      this.host.onEnd();
      await this.thread.end();
    } else if (!this.thread.isOver)
      await this.thread.ask('liveClose', this.id).catch(() => undefined);
  }
}

const NEVER = new AbortController().signal;

class ThreadInstance implements LiveInstance {
  #closed = false;

  constructor(
    private readonly place: LivePlace,
    readonly needs: LiveNeeds,
  ) {}

  async call(call: LiveCall): Promise<LiveAnswer> {
    const [answer] = await this.#calls([call]);
    return answer!;
  }

  async repeat(calls: readonly LiveCall[]): Promise<void> {
    for (let from = 0; from < calls.length; from += REPEATED)
      await this.#calls(calls.slice(from, from + REPEATED));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.place.end();
  }

  async #calls(calls: readonly LiveCall[]): Promise<readonly LiveAnswer[]> {
    if (this.#closed) throw new StrategyFailed('It was closed.');
    return this.place.ask('liveCalls', { id: this.place.id, calls });
  }
}
