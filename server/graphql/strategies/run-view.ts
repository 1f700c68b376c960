import type { TradingMode } from '../../domain/mode.ts';
import type { RunDecision } from '../../domain/strategy/run-decision.ts';
import type { ShownRun } from '../request/run-loaders.ts';
import type { NoTradeType, StrategyRunType } from './run.types.ts';

export function runView({
  strategyId,
  mode,
  status,
  startedAt,
  lastBarAt,
  error,
}: ShownRun): StrategyRunType {
  return { strategyId, mode, status, since: startedAt, lastBarAt, error };
}

/** @throws {Error} when the decision did not end without a trade. */
export function noTradeView(
  mode: TradingMode,
  decision: RunDecision & { readonly strategyId: string },
): NoTradeType {
  const { runId, key, strategyId, ask, symbol, noTrade } = decision;
  if (!noTrade) throw new Error(`The decision ${key} of ${runId} became no no-trade.`);
  const entry = ask.action === 'ENTER' ? ask.entry : null;
  const { decidedAt: at, barEnd, tradeId, shadowPnl, shadowNote } = decision;
  return {
    ...{ id: `${runId}-${key}`, mode, strategyId, at, barEnd, symbol, action: ask.action },
    ...{ side: entry?.side ?? null, quantity: entry?.quantity ?? null },
    ...{ ...noTrade, tradeId, shadowPnl, shadowNote },
  };
}
