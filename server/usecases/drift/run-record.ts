import { madeTrades, type MadeTrades } from '../../domain/drift/made-trades.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { DriftStore } from '../../ports/drift-store.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';

export interface RecordDeps {
  readonly store: Pick<DriftStore, 'decisions' | 'fillsSeen'>;
  readonly runs: Pick<StrategyRuns, 'tradesSince' | 'activeTrades'>;
}

/** What a run did, as its book tells it. */
export async function recordOf({ store, runs }: RecordDeps, run: StrategyRun): Promise<MadeTrades> {
  const { username, strategyId, startedAt } = run;
  const decisions = await store.decisions(run);
  const active = await runs.activeTrades(username, strategyId);
  const filled = await runs.tradesSince(username, strategyId, startedAt);
  const trades = filled
    .map(({ trade }) => trade)
    .filter(({ strategyRun }) => strategyRun?.runId === run.id);
  const fills = await store.fillsSeen(
    username,
    trades.map(({ id }) => id),
  );
  return madeTrades({
    ...{ decisions, trades, fills },
    pending: new Set(active.map(({ trade }) => trade.id)),
  });
}
