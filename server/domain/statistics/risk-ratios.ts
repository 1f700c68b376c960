import type { Decimal } from '../decimal.ts';
import type { Floats } from './estimate.ts';

/**
 * Reward-to-risk ratios over trades, not annualised, because trades come at no fixed rate. Each is null when
 * its denominator is undefined or 0.
 */
export interface RiskRatios {
  /** Mean net P&L over its sample standard deviation (Sharpe 1994, with a riskless rate of 0). */
  readonly sharpe: number | null;
  /** Mean net P&L over the root mean square of the losses, with winners as 0 (Sortino 1994, target 0). */
  readonly sortino: number | null;
  /** Total net P&L over the deepest drawdown (Young 1991, over the whole span). */
  readonly calmar: number | null;
}

export function riskRatios(nets: Floats, totalPnl: Decimal, maxDrawdown: Decimal): RiskRatios {
  const n = nets.length;
  let [total, squares, downside] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    total += nets[i]!;
    downside += Math.min(nets[i]!, 0) ** 2;
  }
  const mean = total / n;
  for (let i = 0; i < n; i += 1) squares += (nets[i]! - mean) ** 2;
  return {
    sharpe: n < 2 ? null : over(mean, Math.sqrt(squares / (n - 1))),
    sortino: n < 2 ? null : over(mean, Math.sqrt(downside / n)),
    calmar: maxDrawdown.isZero() ? null : totalPnl.div(maxDrawdown).toNumber(),
  };
}

function over(numerator: number, denominator: number): number | null {
  return denominator > 0 ? numerator / denominator : null;
}
