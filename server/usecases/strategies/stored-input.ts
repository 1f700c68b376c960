import type { BacktestInput } from '../../domain/backtest/backtest-input.ts';
import type { Limits } from '../../domain/account/settings.ts';
import { dec, Decimal } from '../../domain/decimal.ts';
import type { CandleInterval } from '../../domain/market/candle.ts';
import type { StrategyParameters } from '../../domain/strategy/definition.ts';
import type { BacktestAsked } from '../../ports/backtests.ts';
import type { BacktestTerms } from './asked-backtest.ts';

/** The input of a run as it is stored and shown: JSON, with nothing left to defaults. */
export interface StoredInput extends BacktestTerms {
  readonly strategyId: string;
  readonly strategyVersion: number;
  readonly kind: string;
  readonly kindVersion: string;
  readonly parameters: StrategyParameters;
  readonly interval: CandleInterval | null;
  /** Null: the desk's own bars, which are read when it runs. */
  readonly dataHash: string | null;
  /** The user's limits, money as decimal text. */
  readonly limits: Readonly<Record<string, number | string>>;
}

export interface StoredSweepInput extends StoredInput {
  readonly grid: unknown;
  readonly walkForward: WalkForward | null;
}

/** Days of the calendar. */
export interface WalkForward {
  readonly trainDays: number;
  readonly testDays: number;
}

export function storedLimits(limits: Limits): StoredInput['limits'] {
  const set = Object.entries(limits as unknown as Record<string, number | Decimal | null>).flatMap(
    ([name, limit]) =>
      limit === null ? [] : [[name, Decimal.isDecimal(limit) ? limit.toFixed() : limit] as const],
  );
  return Object.fromEntries(set);
}

function limitsOf(stored: StoredInput['limits']): Partial<Limits> {
  const limits = Object.entries(stored).map(([name, limit]) => [
    name,
    typeof limit === 'string' ? dec(limit) : limit,
  ]);
  return Object.fromEntries(limits) as Partial<Limits>;
}

/** What the engine is given for a span and parameters of the stored input. */
export function engineInput(
  input: StoredInput,
  dataHash: string,
  change: {
    readonly parameters?: StrategyParameters;
    readonly from?: number;
    readonly to?: number;
  } = {},
): BacktestInput {
  return {
    kindVersion: input.kindVersion,
    parameters: change.parameters ?? input.parameters,
    symbols: input.symbols,
    from: change.from ?? Date.parse(input.from),
    to: change.to ?? Date.parse(input.to),
    ...{ interval: input.interval, fillModel: input.fillModel, cash: input.cash },
    ...(input.fillFit && { fillFit: input.fillFit }),
    ...{ fees: input.fees, slippagePct: input.slippagePct, seed: input.seed },
    ...{
      dataHash,
      ...(Object.keys(input.limits).length > 0 && { limits: limitsOf(input.limits) }),
    },
  };
}

/** Rows hold what this program has written. */
export function storedInputIn(asked: BacktestAsked): StoredInput {
  return asked as unknown as StoredInput;
}

export function asAsked(input: StoredInput | StoredSweepInput): BacktestAsked {
  return input as unknown as BacktestAsked;
}
