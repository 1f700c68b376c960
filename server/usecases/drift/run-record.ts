import { madeTrades, type MadeTrades } from '../../domain/drift/made-trades.ts';
import type { RunDecision } from '../../domain/strategy/run-decision.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { DriftStore } from '../../ports/drift-store.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';

export interface RecordDeps {
  readonly store: Pick<DriftStore, 'decisions' | 'fillsSeen'>;
  readonly runs: Pick<StrategyRuns, 'tradesSince' | 'activeTrades'>;
}

export interface RunRecord extends MadeTrades {
  /** Keys of decisions of which it is known what they would have made, or why it is not. */
  readonly shadowed: ReadonlySet<string>;
  /** Taken entries whose order ended without a fill. */
  readonly lapsed: readonly RunDecision[];
}

/** What a run did, as its book tells it. */
export async function recordOf({ store, runs }: RecordDeps, run: StrategyRun): Promise<RunRecord> {
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
  const pending = new Set(active.map(({ trade }) => trade.id));
  const made = madeTrades({ decisions, trades, fills, pending });
  const held = new Set([...pending, ...trades.map(({ id }) => id)]);
  const lapsed = decisions.filter(
    ({ ask, state, tradeId }) =>
      ask.action === 'ENTER' && state === 'TAKEN' && tradeId !== null && !held.has(tradeId),
  );
  const told = decisions.filter(({ shadowPnl, shadowNote }) => shadowPnl ?? shadowNote);
  return { ...made, lapsed, shadowed: new Set(told.map(({ key }) => key)) };
}
