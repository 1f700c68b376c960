import { createHash } from 'node:crypto';
import os from 'node:os';
import { USUAL_INTERVAL } from '../../../domain/market/candle.ts';
import { StrategyFailed } from '../../../ports/backtest-pool.ts';
import type { Log } from '../../../ports/log.ts';
import type { Tasks } from '../pool/tasks.ts';
import { OWN_MEMORY_MB, type ThreadPool } from '../pool/thread-pool.ts';
import type { Known } from './known-kind.ts';
import { ownFiles, type OwnFile } from './own-files.ts';

const KIND = /^[a-z0-9-]{3,40}$/;
const LOAD_MS = 5_000;
const COMPILE_MS = 20_000;
const MORE_TIME = 3;
/** How many files are compiled or loaded at once. */
const LANES = 2;
const VERBS = { compile: 'compile', describe: 'load' } as const;

interface Parts {
  readonly folder: string;
  readonly log: Log;
  readonly isShipped: (kind: string) => boolean;
  readonly pool: () => Pick<ThreadPool, 'apart'>;
  /** Whether the machine is overloaded; left out: its load average decides. */
  readonly busy?: () => boolean;
}

interface Allowed {
  readonly memoryMb: number | null;
  readonly ms: number;
}

/** The file took too long to compile or load. */
class LateFile extends StrategyFailed {}

/** Kinds in the operator's folder as it is when they are first asked for. */
export class OwnKinds {
  #read: Promise<ReadonlyMap<string, Promise<Known>>> | null = null;

  constructor(private readonly parts: Parts) {}

  /** Kinds by their listed name, before they are loaded: a caller waits only for the kind that it awaits. */
  all(): Promise<ReadonlyMap<string, Promise<Known>>> {
    return (this.#read ??= this.#readFolder());
  }

  async #readFolder(): Promise<ReadonlyMap<string, Promise<Known>>> {
    const { isShipped, folder, log } = this.parts;
    const found = new Map<string, Promise<Known>>();
    const files = await ownFiles(folder).catch((error: unknown) => {
      log.error('The folder of own strategies cannot be read', { folder, error });
      return [];
    });
    const lanes = Array.from({ length: LANES }, (): Promise<unknown> => Promise.resolve());
    for (const [at, file] of files.entries()) {
      // A shipped kind, or the first file with a name, keeps that name.
      const taken = isShipped(file.kind) || found.has(file.kind);
      const known = lanes[at % LANES]!.then(() => this.#load(file, taken));
      lanes[at % LANES] = known;
      found.set(taken ? file.file : file.kind, known);
    }
    return found;
  }

  async #load({ kind, file, text }: OwnFile, taken: boolean): Promise<Known> {
    const none = { title: file, description: `Own strategy ${file}.`, parameters: {} };
    const named = { kind: taken ? file : kind, version: digestOf(text ?? ''), own: true };
    try {
      if (!KIND.test(kind))
        throw new StrategyFailed('A kind’s name has 3 to 40 of a-z, 0-9 and -.');
      if (text === null) throw new StrategyFailed('The file cannot be read.');
      if (taken) throw new StrategyFailed(`There is another kind ${kind}.`);
      const compiling = { memoryMb: null, ms: COMPILE_MS };
      const code = { kind, module: await this.#apart('compile', { file, text }, compiling) };
      const loading = { memoryMb: OWN_MEMORY_MB, ms: LOAD_MS };
      const described = await this.#apart('describe', code, loading);
      return { kind: { ...named, ...described, error: null }, code };
    } catch (failed) {
      if (!(failed instanceof StrategyFailed)) throw failed;
      const { message: error } = failed;
      this.parts.log.warn('A strategy cannot be loaded', { file, error });
      const kind = { ...named, ...none, assetClasses: [], interval: USUAL_INTERVAL };
      return { kind: { ...kind, error }, code: null };
    }
  }

  /** Runs a task in its own thread. A file that is late on an overloaded machine gets another, longer try. */
  async #apart<N extends 'compile' | 'describe'>(
    name: N,
    asks: Tasks[N]['asks'],
    { memoryMb, ms }: Allowed,
  ): Promise<Tasks[N]['answers']> {
    const { pool, busy = isBusy } = this.parts;
    const within = (allowed: number) => {
      const late = new LateFile(`It does not ${VERBS[name]} within ${allowed / 1_000} s.`);
      return pool().apart(name, asks, { memoryMb, ms: allowed, late });
    };
    try {
      return await within(ms);
    } catch (error) {
      if (!(error instanceof LateFile) || !busy()) throw error;
      return within(ms * MORE_TIME);
    }
  }
}

function isBusy(): boolean {
  return os.loadavg()[0]! > os.availableParallelism();
}

/** The version of a kind: the SHA-256 of its text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
