import type { Decimal } from '../decimal.ts';
import type { Username } from '../ids.ts';
import type { CandleInterval } from '../market/candle.ts';
import type { StrategyParameters } from './definition.ts';

/** How far a strategy has come, which decides where it may run. */
export type StrategyStage = 'BACKTEST' | 'PAPER' | 'SMALL_REAL' | 'FULL_REAL';

/** A user's strategy: a kind with parameters, under a name of the user's own. */
export interface SavedStrategy {
  readonly id: string;
  readonly username: Username;
  /** Raised by each change of what is traded: kind, code, parameters, symbols, interval. */
  readonly version: number;
  /** Unique among the user's strategies. */
  readonly name: string;
  readonly kind: string;
  /** The digest of the kind's code to which the evidence belongs. */
  readonly codeVersion: string;
  readonly parameters: StrategyParameters;
  readonly symbols: readonly string[];
  /** Null: the kind's own interval. */
  readonly interval: CandleInterval | null;
  /** Dollars that the strategy may have at work in one book; null: no limit in PAPER, nothing in REAL. */
  readonly budget: Decimal | null;
  readonly stage: StrategyStage;
  /** Evidence counts from here. */
  readonly since: Date;
  /** When the desk last demoted the strategy by itself. */
  readonly demotedAt: Date | null;
  readonly createdAt: Date;
}

/** Whether a strategy on this rung may enter trades with real money. */
export function mayEnterReal(stage: StrategyStage): boolean {
  return stage === 'SMALL_REAL' || stage === 'FULL_REAL';
}

type Traded = Pick<SavedStrategy, 'kind' | 'codeVersion' | 'parameters' | 'symbols' | 'interval'>;

/** Whether two strategies would trade alike: the evidence of either counts for both. */
export function tradesAlike(one: Traded, other: Traded): boolean {
  return tradedText(one) === tradedText(other);
}

function tradedText({ kind, codeVersion, parameters, symbols, interval }: Traded): string {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([kind, codeVersion, sorted, symbols, interval]);
}

/** The strategy after a change: one that then trades differently begins anew on the lowest rung. */
export function changedStrategy(
  before: SavedStrategy,
  change: Traded & Pick<SavedStrategy, 'name' | 'budget'>,
  now: Date,
): SavedStrategy {
  const after = { ...before, ...change };
  if (tradesAlike(before, after)) return after;
  return { ...after, version: before.version + 1, stage: 'BACKTEST', since: now };
}
