import type { Told } from '../tool.ts';
import { toldOfNone } from '../told.ts';

export interface ToldBacktest {
  readonly told: Readonly<Record<string, unknown>> | null;
}

/** Fields that every answer about a backtest has. */
export const SUMMARY = `id strategyId status progress error createdAt finishedAt bars hash input warnings
  endCash endEquity exposurePct maxDrawdown maxDrawdownPct`;

/** A result about a backtest: its fills are simulated whatever its data, and it concerns no book. */
export function toldOfBacktest({ told }: ToldBacktest): Told {
  return { ...toldOfNone(told), simulated: told !== null };
}
