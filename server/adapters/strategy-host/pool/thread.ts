import { Worker } from 'node:worker_threads';
import { StrategyFailed } from '../../../ports/backtest-pool.ts';
import {
  newCells,
  type AnsweredTask,
  type AskedTask,
  type SharedCells,
  type TaskName,
  type Tasks,
} from './tasks.ts';

/** Where the program of a thread is. */
export interface ThreadProgram {
  readonly file: string | URL;
}

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread that does tasks, one at a time. */
export class Thread {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #ended: Error | null = null;
  #last = 0;

  /** `memoryMb`: the most that its own objects may take; shared columns do not count. */
  constructor(program: ThreadProgram, memoryMb: number | null = null) {
    this.#worker = new Worker(program.file, {
      execArgv: [],
      // A strategy does not see the server's configuration.
      env: {},
      ...{ stdout: true, stderr: true },
      ...(memoryMb !== null && { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
    });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', (answered: AnsweredTask) => this.#take(answered));
    this.#worker.on('error', (error: Error) => this.#end(endOf(error, memoryMb)));
    this.#worker.on('exit', () => this.#end(new StrategyFailed('Its thread ended.')));
    // The thread does not keep a stopping server alive.
    this.#worker.unref();
  }

  get idle(): boolean {
    return this.#asked.size === 0 && this.#ended === null;
  }

  /** True once the thread has ended. */
  get isOver(): boolean {
    return this.#ended !== null;
  }

  /** @throws {StrategyFailed} */
  ask<N extends TaskName>(
    name: N,
    asks: Tasks[N]['asks'],
    cells: SharedCells = newCells(),
  ): Promise<Tasks[N]['answers']> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, asks, cells } satisfies AskedTask);
    });
  }

  /** Ends the thread, whatever it does; tasks under way fail with `why`. */
  async end(why: Error = new StrategyFailed('Its thread was ended.')): Promise<void> {
    this.#end(why);
    await this.#worker.terminate();
  }

  #take(answered: AnsweredTask): void {
    const asked = this.#asked.get(answered.id);
    this.#asked.delete(answered.id);
    if ('failed' in answered) asked?.reject(new StrategyFailed(answered.failed));
    else asked?.resolve(answered.answer as never);
  }

  #end(why: Error): void {
    this.#ended ??= why;
    for (const { reject } of this.#asked.values()) reject(this.#ended);
    this.#asked.clear();
  }
}

function endOf(error: Error & { readonly code?: string }, memoryMb: number | null): Error {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY' && memoryMb !== null)
    return new StrategyFailed(`It used more than ${memoryMb} MB of memory.`);
  return new StrategyFailed(error.message);
}
