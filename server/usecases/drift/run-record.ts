import type { Username } from '../../domain/ids.ts';
import { madeTrades, type MadeTrades } from '../../domain/drift/made-trades.ts';
import { HELD_BACK, NEVER_FILLED, type RunDecision } from '../../domain/strategy/run-decision.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { DriftStore } from '../../ports/drift-store.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';

export interface RecordDeps {
  readonly store: Pick<DriftStore, 'decisions' | 'fillsSeen'>;
  readonly runs: Pick<StrategyRuns, 'tradesSince' | 'activeTrades' | 'heldBack'>;
}

export interface RunRecord extends MadeTrades {
  /** Keys of decisions with a stored result that they would have made, or a stored reason why it is unknown. */
  readonly shadowed: ReadonlySet<string>;
  /** Taken entries whose order ended without a fill, each with what stopped it. */
  readonly lapsed: readonly RunDecision[];
}

/** What a run did, as its book records it. */
export async function recordOf({ store, runs }: RecordDeps, run: StrategyRun): Promise<RunRecord> {
  const { username, strategyId, startedAt } = run;
  const decisions = await store.decisions(run);
  const active = await runs.activeTrades(username, strategyId);
  const filled = await runs.tradesSince(username, strategyId, startedAt);
  const trades = filled.filter(({ strategyRun }) => strategyRun?.runId === run.id);
  const fills = await store.fillsSeen(
    username,
    trades.map(({ id }) => id),
  );
  const pending = new Set(active.map(({ trade }) => trade.id));
  const held = new Set([...pending, ...trades.map(({ id }) => id)]);
  const ended = decisions.filter(
    ({ ask, state, tradeId }) =>
      ask.action === 'ENTER' && state === 'TAKEN' && tradeId !== null && !held.has(tradeId),
  );
  const lapsed = await endingsOf(runs, username, ended);
  const byKey = new Map(lapsed.map((each) => [each.key, each]));
  const known = decisions.map((each) => byKey.get(each.key) ?? each);
  const made = madeTrades({ decisions: known, trades, fills, pending });
  const told = decisions.filter(({ shadowPnl, shadowNote }) => shadowPnl ?? shadowNote);
  return { ...made, lapsed, shadowed: new Set(told.map(({ key }) => key)) };
}

async function endingsOf(
  runs: Pick<StrategyRuns, 'heldBack'>,
  username: Username,
  ended: readonly RunDecision[],
): Promise<readonly RunDecision[]> {
  if (ended.length === 0) return [];
  const stopped = await runs.heldBack(
    username,
    ended.flatMap(({ tradeId }) => tradeId ?? []),
  );
  return ended.map((each) => {
    const noTrade = each.tradeId && stopped.has(each.tradeId) ? HELD_BACK : NEVER_FILLED;
    return { ...each, state: 'NO_TRADE', noTrade };
  });
}
