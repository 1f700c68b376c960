import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import { unknown, type Expected, type ExpectedTrades } from './expected-trades.ts';
import { recordOf, type RecordDeps } from './run-record.ts';

export interface TwinDeps extends RecordDeps {
  readonly runs: Pick<StrategyRuns, 'since' | 'tradesSince' | 'activeTrades'>;
}

/** The runs of the same version in PAPER while a run of REAL went on: what REAL should have traded. */
export class TwinReference implements ExpectedTrades {
  /** Of the PAPER book. */
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
    return { trades, bars: 0, hash: null, problem: null };
  }
}
