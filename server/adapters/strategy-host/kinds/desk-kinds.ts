import type { StrategyKind } from '../../../domain/strategy/kind.ts';
import { StrategyFailed } from '../../../ports/backtest-pool.ts';
import type { Log } from '../../../ports/log.ts';
import type { KindCode, Shipped, StrategyKinds } from '../../../ports/strategies.ts';
import type { ThreadPool } from '../pool/thread-pool.ts';
import { describeKind } from './describe-kind.ts';
import type { Known } from './known-kind.ts';
import { digestOf, OwnKinds } from './own-kinds.ts';

interface Parts {
  readonly shipped: Shipped;
  /** Reads the text of a shipped kind; its digest is the kind's version. */
  readonly sourceOf: (kind: string) => string;
  readonly folder: string;
  readonly log: Log;
}

/** Shipped kinds, and the kinds in the operator's folder as they were when first asked for. */
export class DeskKinds implements StrategyKinds {
  readonly #shipped = new Map<string, Known>();
  readonly #own: OwnKinds;

  constructor(
    private readonly parts: Parts,
    pool: () => Pick<ThreadPool, 'apart'>,
  ) {
    const { folder, log } = parts;
    this.#own = new OwnKinds({ folder, log, pool, isShipped: (kind) => this.#isShipped(kind) });
  }

  async all(): Promise<readonly StrategyKind[]> {
    const own = [...(await this.#own.all()).values()];
    const listed = await Promise.all(own.map((each) => each.listed()));
    return [...this.#allShipped(), ...listed].map(({ kind }) => kind);
  }

  async each(): Promise<readonly Promise<StrategyKind>[]> {
    const shipped = this.#allShipped().map(({ kind }) => Promise.resolve(kind));
    const own = [...(await this.#own.all()).values()];
    return [...shipped, ...own.map(async ({ known }) => (await known).kind)];
  }

  async find(kind: string): Promise<StrategyKind | null> {
    return (await this.#known(kind))?.kind ?? null;
  }

  /** @throws {StrategyFailed} when there is no such kind, or it cannot be loaded. */
  async codeOf(kind: string): Promise<KindCode> {
    const known = await this.#known(kind);
    if (!known) throw new StrategyFailed(`The desk knows no kind ${kind}.`);
    if (!known.code) throw new StrategyFailed(known.kind.error ?? 'It cannot be loaded.');
    return known.code;
  }

  async #known(kind: string): Promise<Known | undefined> {
    return this.#isShipped(kind) ? this.#shippedOf(kind) : (await this.#own.all()).get(kind)?.known;
  }

  #allShipped(): readonly Known[] {
    return Object.keys(this.parts.shipped)
      .sort()
      .map((kind) => this.#shippedOf(kind));
  }

  #isShipped(kind: string): boolean {
    return Object.hasOwn(this.parts.shipped, kind);
  }

  #shippedOf(kind: string): Known {
    let known = this.#shipped.get(kind);
    if (known) return known;
    const described = describeKind(this.parts.shipped[kind]);
    const version = digestOf(this.parts.sourceOf(kind));
    const code = { shipped: kind };
    known = { kind: { kind, ...described, version, own: false, error: null }, code };
    this.#shipped.set(kind, known);
    return known;
  }
}
