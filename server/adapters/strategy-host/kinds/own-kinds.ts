import { createHash } from 'node:crypto';
import { USUAL_INTERVAL } from '../../../domain/market/candle.ts';
import type { StrategyKind } from '../../../domain/strategy/kind.ts';
import { StrategyFailed } from '../../../ports/backtest-pool.ts';
import type { Log } from '../../../ports/log.ts';
import type { Known } from './known-kind.ts';
import { LoadOwn, type LoadParts } from './load-own.ts';
import { ownFiles, type OwnFile } from './own-files.ts';

const KIND = /^[a-z0-9-]{3,40}$/;
/** For so long from the start on the list waits for what is still being loaded. */
const PATIENCE_MS = 60_000;
const STILL = 'It is still being loaded: ask again in a moment.';

interface Parts extends LoadParts {
  readonly folder: string;
  readonly log: Log;
  readonly isShipped: (kind: string) => boolean;
  /** Left out: a minute. */
  readonly patienceMs?: number;
}

/** A file of the folder. */
export interface OwnKind {
  /** Once it is loaded, or cannot be. */
  readonly known: Promise<Known>;
  /** The same, or that it is still being loaded: nobody's list waits for a file that hangs. */
  listed(): Promise<Known>;
}

/** Kinds of the operator's folder as it is when they are first asked for. */
export class OwnKinds {
  #read: Promise<ReadonlyMap<string, OwnKind>> | null = null;
  readonly #loads: LoadOwn;

  constructor(private readonly parts: Parts) {
    this.#loads = new LoadOwn(parts);
  }

  /** By the name under which each is listed, before they are loaded: nobody waits for a file but who asks for it. */
  all(): Promise<ReadonlyMap<string, OwnKind>> {
    return (this.#read ??= this.#readFolder());
  }

  async #readFolder(): Promise<ReadonlyMap<string, OwnKind>> {
    const { isShipped, folder, log } = this.parts;
    const found = new Map<string, OwnKind>();
    const files = await ownFiles(folder).catch((error: unknown) => {
      log.error('The folder of own strategies cannot be read', { folder, error });
      return [];
    });
    for (const file of files) {
      // A shipped kind, or the first file of a name, stays what it is.
      const taken = isShipped(file.kind) || found.has(file.kind);
      found.set(taken ? file.file : file.kind, this.#begin(file, taken));
    }
    return found;
  }

  #begin(file: OwnFile, taken: boolean): OwnKind {
    let done: Known | null = null;
    let why = STILL;
    let giveUp: () => void = () => undefined;
    const patience = new Promise<void>((resolve) => (giveUp = resolve));
    const timer = setTimeout(giveUp, this.parts.patienceMs ?? PATIENCE_MS);
    timer.unref();
    const onLate = (late: string) => {
      why = `${late} It is tried once more.`;
      giveUp();
    };
    const known = this.#load(file, taken, onLate)
      .then((loaded) => (done = loaded))
      .finally(() => {
        clearTimeout(timer);
        giveUp();
      });
    const still = () => ({ kind: { ...unusable(file, taken, why), loading: true }, code: null });
    return { known, listed: () => patience.then(() => done ?? still()) };
  }

  async #load(file: OwnFile, taken: boolean, onLate: (why: string) => void): Promise<Known> {
    const { kind, text } = file;
    try {
      if (!KIND.test(kind))
        throw new StrategyFailed('A kind’s name has 3 to 40 of a-z, 0-9 and -.');
      if (text === null) throw new StrategyFailed('The file cannot be read.');
      if (taken) throw new StrategyFailed(`There is another kind ${kind}.`);
      const { code, described } = await this.#loads.load({ ...file, text }, onLate);
      return { kind: { ...namedOf(file, taken), ...described, error: null }, code };
    } catch (failed) {
      if (!(failed instanceof StrategyFailed)) throw failed;
      const { message: error } = failed;
      this.parts.log.warn('A strategy cannot be loaded', { file: file.file, error });
      return { kind: unusable(file, taken, error), code: null };
    }
  }
}

function namedOf({ kind, file, text }: OwnFile, taken: boolean) {
  return { kind: taken ? file : kind, version: digestOf(text ?? ''), own: true };
}

function unusable(file: OwnFile, taken: boolean, error: string): StrategyKind {
  const none = { title: file.file, description: `Own strategy ${file.file}.`, parameters: {} };
  return {
    ...{ ...namedOf(file, taken), ...none, assetClasses: [] },
    ...{ interval: USUAL_INTERVAL, error },
  };
}

/** The version of a kind: the SHA-256 of its text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
