import type { WalkForwardStep } from '../../domain/backtest/walk-forward.ts';
import type { BacktestResult, RunFailure, StoredTrades } from '../../ports/backtests.ts';

/** One step of a walk forward: trained with each set of parameters, and tested with the best of them. */
export class WalkSpan {
  /** Of its test. */
  tested: StoredTrades = [];
  /** Why it has no test; null: it has one, or will have. */
  failed: string | null = null;
  #trained = 0;
  #best: { readonly place: number; readonly low: number } | null = null;

  constructor(
    readonly span: WalkForwardStep,
    private readonly sets: number,
  ) {}

  get isTrained(): boolean {
    return this.#trained === this.sets;
  }

  /** The place of the best set in the grid; null: no training has a result. */
  get best(): number | null {
    return this.#best?.place ?? null;
  }

  /** Of equals the one that comes first in the grid is better. */
  train(place: number, outcome: BacktestResult | RunFailure): void {
    this.#trained += 1;
    if ('summary' in outcome) {
      const { low, value } = outcome.summary.stats.expectancy;
      const worth = low ?? (value === null ? -Infinity : value - 1e9);
      const best = this.#best;
      if (!best || worth > best.low || (worth === best.low && place < best.place))
        this.#best = { place, low: worth };
    } else if (this.isTrained && !this.#best) this.failed = outcome.failed;
  }

  test(outcome: BacktestResult | RunFailure): void {
    if ('trades' in outcome) this.tested = outcome.trades;
    else this.failed = outcome.failed;
  }
}
