import { meanBounds } from '../statistics/mean-bounds.ts';
import { driftGate } from './drift-gate.ts';
import type { Evidence } from './evidence.ts';
import { expectancyGate } from './expectancy-gate.ts';
import { ERROR_SHARE } from './limits.ts';
import * as plain from './plain-gates.ts';
import type { PromotionGate, PromotionReport, Verdict } from './promotion.ts';
import { judgedTrades, type Judged } from './outcomes.ts';
import { rungAbove } from './rungs.ts';
import { tradesNeeded } from './trades-needed.ts';

/**
 * The gates of the rung above the present one, each judged by the evidence. On the highest rung: the gates that
 * would demote the strategy.
 */
export function promotionReport(evidence: Evidence): PromotionReport {
  const { strategyId, from, since } = evidence;
  const judged = judgedTrades(evidence.trades, evidence.now);
  const gates = gatesOf(evidence, judged);
  const verdict = verdictOf(gates);
  return {
    ...{ strategyId, from, to: rungAbove(from), verdict, gates, since },
    tradesNeeded: verdict === 'PASS' ? null : tradesNeeded(evidence, judged),
    falsePromotionPct: 100 * ERROR_SHARE,
    trades: judged.closed,
  };
}

/** FAIL if a gate fails, else NOT_ENOUGH_DATA if one has not enough, else PASS. */
function verdictOf(gates: readonly PromotionGate[]): Verdict {
  const has = (verdict: Verdict) => gates.some((each) => each.verdict === verdict);
  if (has('FAIL')) return 'FAIL';
  return has('NOT_ENOUGH_DATA') ? 'NOT_ENOUGH_DATA' : 'PASS';
}

function gatesOf(evidence: Evidence, judged: Judged): readonly PromotionGate[] {
  const { tried, now } = evidence;
  const { closed, unbounded, outcomes, days } = judged;
  const error = { low: ERROR_SHARE / tried, high: ERROR_SHARE };
  const results = [
    plain.tradesGate(closed),
    plain.daysGate(judged.closedDays),
    expectancyGate({ bounds: meanBounds(outcomes, days, error), unbounded, tried }),
  ];
  const drawdown = plain.drawdownGate(evidence.maxDrawdownPct, closed);
  if (evidence.from === 'BACKTEST')
    return [...results, drawdown, plain.lookAheadGate(evidence.lookAhead)];
  return [
    ...results,
    driftGate(evidence.drift),
    drawdown,
    plain.completenessGate(evidence.completeness),
    plain.breakerGate(evidence.breaker, now),
  ];
}
