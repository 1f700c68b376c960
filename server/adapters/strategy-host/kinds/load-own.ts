import os from 'node:os';
import { StrategyFailed } from '../../../ports/backtest-pool.ts';
import type { KindCode } from '../../../ports/strategies.ts';
import type { Tasks } from '../pool/tasks.ts';
import { OWN_MEMORY_MB, type ThreadPool } from '../pool/thread-pool.ts';
import type { KindDescription } from './describe-kind.ts';
import { Lanes } from './lanes.ts';
import type { OwnFile } from './own-files.ts';

const STEPS = {
  compile: { verb: 'compile', memoryMb: null, ms: 20_000 },
  describe: { verb: 'load', memoryMb: OWN_MEMORY_MB, ms: 5_000 },
} as const;
const MORE_TIME = 3;
/** Files that are compiled or loaded at once. */
const LANES = 2;

type Step = keyof typeof STEPS;

export interface LoadParts {
  readonly pool: () => Pick<ThreadPool, 'apart'>;
  /** Whether the machine has more to do than it can; left out: by its load. */
  readonly busy?: () => boolean;
}

export interface Loaded {
  readonly code: KindCode;
  readonly described: KindDescription;
}

/** It was given up for taking long. */
class LateFile extends StrategyFailed {
  constructor(
    readonly step: Step,
    ms: number,
  ) {
    super(`It does not ${STEPS[step].verb} within ${ms / 1_000} s.`);
  }
}

/** Compiles and loads files of the operator's folder, some at a time. */
export class LoadOwn {
  readonly #lanes = new Lanes(LANES);

  constructor(private readonly parts: LoadParts) {}

  /**
   * A file that is late on a machine with too much to do gets one more chance, and more time, after all others.
   * `onLate`: it waits for that, and why. @throws {StrategyFailed}
   */
  async load(
    file: OwnFile & { readonly text: string },
    onLate: (why: string) => void,
  ): Promise<Loaded> {
    const { busy = isBusy } = this.parts;
    try {
      return await this.#lanes.in(() => this.#attempt(file, null));
    } catch (error) {
      if (!(error instanceof LateFile) || !busy()) throw error;
      onLate(error.message);
      return this.#lanes.in(() => this.#attempt(file, error.step));
    }
  }

  async #attempt(
    { kind, file, text }: OwnFile & { readonly text: string },
    late: Step | null,
  ): Promise<Loaded> {
    const code = { kind, module: await this.#apart('compile', { file, text }, late) };
    return { code, described: await this.#apart('describe', code, late) };
  }

  #apart<N extends Step>(
    step: N,
    asks: Tasks[N]['asks'],
    late: Step | null,
  ): Promise<Tasks[N]['answers']> {
    const { memoryMb, ms: usual } = STEPS[step];
    const ms = step === late ? usual * MORE_TIME : usual;
    return this.parts.pool().apart(step, asks, { memoryMb, ms, late: new LateFile(step, ms) });
  }
}

function isBusy(): boolean {
  return os.loadavg()[0]! > os.availableParallelism();
}
