import type { Span } from '../../domain/backtest/walk-forward.ts';
import { gridOf } from '../../domain/strategy/grid.ts';
import type { StrategyParameters } from '../../domain/strategy/definition.ts';
import type { BacktestResult, RunFailure, StoredTrades } from '../../ports/backtests.ts';
import type { StrategyKind } from '../../domain/strategy/kind.ts';
import type { StoredSweepInput } from './stored-input.ts';
import { spansOf } from './walk-forward.ts';
import { WalkSpan } from './walk-span.ts';

/** One run of a sweep: of the grid over the whole range, or of a span of the walk forward. */
export interface SweepUnit {
  readonly part: 'grid' | 'train' | 'test';
  /** The place in the grid. */
  readonly place: number;
  /** The span of the walk forward; 0 for runs of the grid. */
  readonly span: number;
  readonly parameters: StrategyParameters;
  /** Null: the whole range. */
  readonly range: Span | null;
}

/** The runs of one sweep that are left, in order: each span is tested once it has been trained whole. */
export class SweepWork {
  readonly #sets: readonly StrategyParameters[];
  readonly #spans: WalkSpan[];
  readonly #left: SweepUnit[];
  /** Runs that are over. */
  done = 0;
  readonly total: number;
  /** Runs of the grid that have a result. */
  #good = 0;
  #failure: string | null = null;

  constructor(
    readonly input: StoredSweepInput,
    kind: Pick<StrategyKind, 'parameters'>,
    places: ReadonlyMap<number, string | null>,
  ) {
    this.#sets = gridOf(kind.parameters, input.parameters, input.grid);
    const { walkForward: walk } = input;
    const spans = walk ? spansOf(input, walk) : [];
    this.#spans = spans.map((span) => new WalkSpan(span, this.#sets.length));
    this.total = this.#sets.length * (1 + spans.length) + spans.length;
    this.done = places.size;
    for (const failed of places.values()) this.#tookOfGrid(failed);
    const grid = this.#units('grid', 0, null).filter(({ place }) => !places.has(place));
    const trains = spans.flatMap((span, at) => this.#units('train', at, span.train));
    // The end of the list is taken first.
    this.#left = [...grid, ...trains].reverse();
  }

  get hasUnits(): boolean {
    return this.#left.length > 0;
  }

  get isOver(): boolean {
    return this.done === this.total;
  }

  take(): SweepUnit | null {
    return this.#left.pop() ?? null;
  }

  /** Counts a run, and learns from it what is to be tested: nothing that failed. */
  took({ part, place, span: at }: SweepUnit, outcome: BacktestResult | RunFailure): void {
    this.done += 1;
    const span = this.#spans[at];
    if (part === 'grid') this.#tookOfGrid('failed' in outcome ? outcome.failed : null);
    else if (span && part === 'test') span.test(outcome);
    else if (span) {
      span.train(place, outcome);
      if (span.isTrained) this.#testBest(span, at);
    }
  }

  /** Why the whole sweep failed, once it is over: each run of its grid did. Null: it did not. */
  get failure(): string | null {
    return this.#good > 0 || this.#failure === null ? null : `Every run failed. ${this.#failure}`;
  }

  /** Why there is no walk forward; null: there is, or none was asked for. */
  get walkFailure(): string | null {
    const failed = this.#spans.find(({ failed }) => failed !== null);
    if (!failed) return null;
    const day = new Date(failed.span.test.from).toISOString().slice(0, 10);
    return `The walk forward has no figures: its span that is tested from ${day} failed. ${failed.failed}`;
  }

  /** The trades of each test span; null without a walk forward. */
  get testedTrades(): readonly StoredTrades[] | null {
    if (this.#spans.length === 0 || this.walkFailure !== null) return null;
    return this.#spans.map(({ tested }) => tested);
  }

  #tookOfGrid(failed: string | null): void {
    if (failed === null) this.#good += 1;
    else this.#failure ??= failed;
  }

  #testBest({ best, span }: WalkSpan, at: number): void {
    // Where there is nothing to test, that is over.
    if (best === null) this.done += 1;
    else this.#left.push(...this.#units('test', at, span.test).slice(best, best + 1));
  }

  #units(part: SweepUnit['part'], span: number, range: SweepUnit['range']): SweepUnit[] {
    return this.#sets.map((parameters, place) => ({ part, place, span, parameters, range }));
  }
}
