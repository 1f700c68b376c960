import type { DriftGap } from '../../domain/drift/drift-gap.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import { unknown, type Expected, type ExpectedTrades } from './expected-trades.ts';
import { recordOf, type RecordDeps } from './run-record.ts';

export interface TwinDeps extends RecordDeps {
  readonly runs: Pick<StrategyRuns, 'since' | 'tradesSince' | 'activeTrades' | 'heldBack'>;
}

/** The runs of the same version in PAPER while a run of REAL went on: what REAL should have traded. */
export class TwinReference implements ExpectedTrades {
  /** Reads the PAPER book. */
  constructor(private readonly paper: TwinDeps) {}

  async of(run: StrategyRun): Promise<Expected> {
    const { username, strategyId, version, startedAt, endedAt } = run;
    const all = await this.paper.runs.since(username, strategyId, startedAt);
    const beside = all.filter(
      (each) => each.version === version && (endedAt === null || each.startedAt < endedAt),
    );
    if (beside.length === 0)
      return unknown('No run of the same version went on in PAPER beside it.');
    const made = await Promise.all(beside.map((each) => recordOf(this.paper, each)));
    const [from, to] = [startedAt.getTime(), endedAt?.getTime() ?? Infinity];
    const trades = made
      .flatMap((each) => each.trades)
      .filter(({ decidedAt }) => decidedAt >= from && decidedAt <= to);
    return { trades, bars: 0, hash: null, problem: null, gaps: gapsOf(beside, from, to) };
  }
}

const STOPPED = 'Its run in PAPER did not go on then.';

/** The times at which none of the runs was at work. Runs come oldest first. */
function gapsOf(beside: readonly StrategyRun[], from: number, to: number): readonly DriftGap[] {
  const gaps: DriftGap[] = [];
  let known = beside[0]!.startedAt.getTime();
  for (const { startedAt, endedAt } of beside) {
    const start = startedAt.getTime();
    if (start > known) gaps.push({ from: known, to: start, why: STOPPED });
    known = Math.max(known, endedAt?.getTime() ?? Infinity);
  }
  if (known < to) gaps.push({ from: known, to: Infinity, why: STOPPED });
  return gaps.filter((gap) => gap.to > from && gap.from < to);
}
