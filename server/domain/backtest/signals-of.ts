import type { ColumnarForm, StrategyDefinition } from '../strategy/definition.ts';
import type { BacktestData } from './backtest-input.ts';
import type { Run } from './run.ts';
import type { Series } from './series.ts';

/** One symbol on its own bars, without quotes, contracts or limits: so only signals ask at a bar's end. */
export interface Playable {
  readonly series: Series;
  readonly entry: ColumnarForm['entry'];
  readonly signals: Uint8Array;
}

/** What a strategy's columnar form can play; null: it has no such form, or the run needs more than closes. */
export function signalsOf(
  run: Run,
  data: BacktestData,
  definition: StrategyDefinition,
): Playable | null {
  const form = definition.columnar?.(run.input.parameters as never);
  const { series: all, markets } = run.universe;
  const [series] = all;
  if (!form || !series || all.length > 1 || markets.size > 1 || data.quotes) return null;
  const { isOwn, market, bars, first, total } = series;
  if (!isOwn || market.instrument.contract || run.input.limits) return null;
  const { symbol } = market;
  const span = { symbol, close: bars.close, from: first, to: first + total };
  const signals = form.signals(span);
  return signals && { series, entry: form.entry, signals };
}
