import type { BacktestFees } from '../../domain/backtest/backtest-input.ts';
import { dec, type Decimal } from '../../domain/decimal.ts';
import type { CandleInterval } from '../../domain/market/candle.ts';
import type { FillFit, FillModel, FillRule } from '../../domain/matching/fill-model.ts';
import { badInput } from '../../domain/refusal.ts';
import { symbolsOf } from './save-strategy.ts';

/** What a user asks to be tried on the past. */
export interface BacktestRequest {
  readonly strategyId: string;
  readonly symbols: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly interval?: CandleInterval | null;
  readonly fillModel?: FillModel | null;
  readonly cash?: Decimal | null;
  readonly dataSet?: string | null;
  readonly fees?: FeesAsked | null;
  readonly slippagePct?: Decimal | null;
  readonly seed?: number | null;
}

export interface FeesAsked {
  readonly perUnit?: Decimal | null;
  readonly pct?: Decimal | null;
  readonly minimum?: Decimal | null;
}

/** The terms of a run as they are stored and shown, with every default; money as decimal text. */
export interface BacktestTerms {
  readonly symbols: readonly string[];
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly fillModel: FillModel;
  /** The fit that CALIBRATED fills by; other models have none. */
  readonly fillFit?: FillFit;
  readonly cash: string;
  readonly dataSet: string | null;
  readonly fees: BacktestFees | null;
  readonly slippagePct: string;
  readonly seed: number;
}

const CASH = dec(100_000);

/** `rule`: how its orders fill. @throws {Refusal} BAD_USER_INPUT, with the field. */
export function termsOf(asked: BacktestRequest, { fillModel, fillFit }: FillRule): BacktestTerms {
  const { from, to, dataSet, seed, fees } = asked;
  const cash = asked.cash ?? CASH;
  if (from >= to) throw badInput('to', 'The end lies after the beginning.');
  if (!cash.greaterThan(0)) throw badInput('cash', 'The cash is above 0.');
  const slippage = asked.slippagePct ?? dec(0);
  if (slippage.isNegative() || !slippage.lessThan(100))
    throw badInput('slippagePct', 'The slippage is from 0 to below 100 percent points.');
  if (fillModel === 'QUOTE')
    throw badInput('fillModel', 'QUOTE needs live quotes of the real size; the past has none.');
  return {
    symbols: symbolsOf(asked.symbols, 1),
    ...{ from: from.toISOString(), to: to.toISOString(), fillModel },
    ...(fillFit && { fillFit }),
    ...{ cash: cash.toFixed(), dataSet: dataSet ?? null, fees: fees ? feesOf(fees) : null },
    ...{ slippagePct: slippage.toFixed(), seed: seed ?? 1 },
  };
}

function feesOf(fees: FeesAsked): BacktestFees {
  const amount = (name: keyof FeesAsked): string => {
    const value = fees[name] ?? dec(0);
    if (value.isNegative()) throw badInput(`fees.${name}`, 'A fee is not below 0.');
    return value.toFixed();
  };
  return { perUnit: amount('perUnit'), pct: amount('pct'), minimum: amount('minimum') };
}
