import type { Told } from '../tool.ts';
import { toldOfNone } from '../told.ts';

export interface ToldBacktest {
  readonly told: Readonly<Record<string, unknown>> | null;
}

/** What every answer of a backtest has. */
export const SUMMARY = `id strategyId status progress error createdAt finishedAt bars hash input warnings
  endCash endEquity exposurePct maxDrawdown maxDrawdownPct`;

/** Its fills are simulated whatever its data, and no book is concerned. */
export function toldOfBacktest({ told }: ToldBacktest): Told {
  return { ...toldOfNone(told), simulated: told !== null };
}
