import type { Span, WalkForwardStep } from '../../domain/backtest/walk-forward.ts';
import { gridOf } from '../../domain/strategy/grid.ts';
import type { StrategyParameters } from '../../domain/strategy/definition.ts';
import type { BacktestResult, StoredTrades } from '../../ports/backtests.ts';
import type { StrategyKind } from '../../domain/strategy/kind.ts';
import type { StoredSweepInput } from './stored-input.ts';
import { spansOf } from './walk-forward.ts';

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

interface SpanState {
  readonly span: WalkForwardStep;
  /** Training runs that are over. */
  trained: number;
  best: { readonly place: number; readonly low: number } | null;
  tested: StoredTrades;
}

/** The runs of one sweep that are left, in order: each span is tested once it has been trained whole. */
export class SweepWork {
  readonly #sets: readonly StrategyParameters[];
  readonly #spans: SpanState[];
  readonly #left: SweepUnit[];
  /** Runs that are over. */
  done = 0;
  readonly total: number;

  constructor(
    readonly input: StoredSweepInput,
    kind: Pick<StrategyKind, 'parameters'>,
    placesDone: ReadonlySet<number>,
  ) {
    this.#sets = gridOf(kind.parameters, input.parameters, input.grid);
    const { walkForward: walk } = input;
    const spans = walk ? spansOf(input, walk) : [];
    this.#spans = spans.map((span) => ({ span, trained: 0, best: null, tested: [] }));
    this.total = this.#sets.length * (1 + spans.length) + spans.length;
    this.done = placesDone.size;
    const grid = this.#units('grid', 0, null).filter(({ place }) => !placesDone.has(place));
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

  /** Counts a run, and learns from it what is to be tested. */
  took({ part, place, span: at }: SweepUnit, { summary, trades }: BacktestResult): void {
    this.done += 1;
    const state = this.#spans[at];
    if (part === 'grid' || !state) return;
    if (part === 'test') {
      state.tested = trades;
      return;
    }
    state.trained += 1;
    const { low, value } = summary.stats.expectancy;
    const worth = low ?? (value === null ? -Infinity : value - 1e9);
    const { best } = state;
    if (!best || worth > best.low || (worth === best.low && place < best.place))
      state.best = { place, low: worth };
    if (state.trained < this.#sets.length) return;
    const chosen = state.best!.place;
    const [unit] = this.#units('test', at, state.span.test).slice(chosen, chosen + 1);
    this.#left.push(unit!);
  }

  /** The trades of each test span; null without a walk forward. */
  get testedTrades(): readonly StoredTrades[] | null {
    if (this.#spans.length === 0) return null;
    return this.#spans.map(({ tested }) => tested);
  }

  #units(part: SweepUnit['part'], span: number, range: SweepUnit['range']): SweepUnit[] {
    return this.#sets.map((parameters, place) => ({ part, place, span, parameters, range }));
  }
}
