import { createHash } from 'node:crypto';
import { USUAL_INTERVAL } from '../../../domain/market/candle.ts';
import type { StrategyKind } from '../../../domain/strategy/kind.ts';
import { StrategyFailed } from '../../../ports/backtest-pool.ts';
import type { Log } from '../../../ports/log.ts';
import type { KindCode, Shipped, StrategyKinds } from '../../../ports/strategies.ts';
import type { ThreadPool } from '../pool/thread-pool.ts';
import { OWN_MEMORY_MB } from '../pool/thread-pool.ts';
import { describeKind } from './describe-kind.ts';
import { ownFiles, type OwnFile } from './own-files.ts';

const KIND = /^[a-z0-9-]{3,40}$/;
const LOAD_MS = 5_000;
const COMPILE_MS = 20_000;

/** A kind with its code; null `code`: it cannot be loaded. */
interface Known {
  readonly kind: StrategyKind;
  readonly code: KindCode | null;
}

interface Parts {
  readonly shipped: Shipped;
  /** The text of a shipped kind, whose digest is its version. */
  readonly sourceOf: (kind: string) => string;
  readonly folder: string;
  readonly log: Log;
}

/** Shipped kinds, and those of the operator's folder as it was when the server started. */
export class DeskKinds implements StrategyKinds {
  #known: Promise<ReadonlyMap<string, Known>> | null = null;

  constructor(
    private readonly parts: Parts,
    private readonly pool: () => Pick<ThreadPool, 'apart'>,
  ) {}

  async all(): Promise<readonly StrategyKind[]> {
    return [...(await this.#read()).values()].map(({ kind }) => kind);
  }

  async find(kind: string): Promise<StrategyKind | null> {
    return (await this.#read()).get(kind)?.kind ?? null;
  }

  /** @throws {StrategyFailed} where there is no such kind, or none that can be loaded. */
  async codeOf(kind: string): Promise<KindCode> {
    const known = (await this.#read()).get(kind);
    if (!known) throw new StrategyFailed(`The desk knows no kind ${kind}.`);
    if (!known.code) throw new StrategyFailed(known.kind.error ?? 'It cannot be loaded.');
    return known.code;
  }

  #read(): Promise<ReadonlyMap<string, Known>> {
    return (this.#known ??= this.#readAll());
  }

  async #readAll(): Promise<ReadonlyMap<string, Known>> {
    const { shipped, folder, log } = this.parts;
    const found = new Map<string, Known>();
    for (const kind of Object.keys(shipped).sort()) found.set(kind, this.#shipped(kind));
    const files = await ownFiles(folder).catch((error: unknown) => {
      log.error('The folder of own strategies cannot be read', { folder, error });
      return [];
    });
    for (const file of files) {
      const taken = found.has(file.kind);
      const known = await this.#own(file, taken);
      // A shipped kind, or the first file of a name, stays what it is.
      found.set(taken ? file.file : file.kind, known);
      const { error } = known.kind;
      if (error !== null) log.warn('A strategy cannot be loaded', { file: file.file, error });
    }
    return found;
  }

  #shipped(kind: string): Known {
    const described = describeKind(this.parts.shipped[kind]);
    const version = digestOf(this.parts.sourceOf(kind));
    return {
      kind: { kind, ...described, version, own: false, error: null },
      code: { shipped: kind },
    };
  }

  async #own({ kind, file, text }: OwnFile, taken: boolean): Promise<Known> {
    const none = { title: file, description: `Own strategy ${file}.`, parameters: {} };
    const named = { kind: taken ? file : kind, version: digestOf(text ?? ''), own: true };
    try {
      if (!KIND.test(kind))
        throw new StrategyFailed('A kind’s name has 3 to 40 of a-z, 0-9 and -.');
      if (text === null) throw new StrategyFailed('The file cannot be read.');
      if (taken) throw new StrategyFailed(`There is another kind ${kind}.`);
      const module = await this.pool().apart(
        'compile',
        { file, text },
        {
          memoryMb: null,
          ms: COMPILE_MS,
          late: new StrategyFailed('It does not compile in 20 s.'),
        },
      );
      const code = { kind, module };
      const late = new StrategyFailed('It does not load within 5 s.');
      const allowed = { memoryMb: OWN_MEMORY_MB, ms: LOAD_MS, late };
      const described = await this.pool().apart('describe', code, allowed);
      return { kind: { ...named, ...described, error: null }, code };
    } catch (error) {
      if (!(error instanceof StrategyFailed)) throw error;
      const kind = { ...named, ...none, assetClasses: [], interval: USUAL_INTERVAL };
      return { kind: { ...kind, error: error.message }, code: null };
    }
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
