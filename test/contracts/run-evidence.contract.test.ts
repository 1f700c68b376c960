import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlRunEvidence } from '../../server/adapters/database/runs/sql-run-evidence.ts';
import { SqlStrategyRuns } from '../../server/adapters/database/runs/sql-strategy-runs.ts';
import type { NoTradeCode } from '../../server/domain/strategy/run-decision.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aDecision, aLine, aRun } from '../support/values/strategy-runs.ts';

const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const READ = { cash: '1', positions: {}, quotes: {}, chains: {} };

describe.each(databases())('the evidence of runs on %s', (_, open) => {
  let fresh: FreshBook;
  let runs: SqlStrategyRuns;
  let evidence: SqlRunEvidence;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    runs = new SqlStrategyRuns(fresh.knex, 'PAPER');
    evidence = new SqlRunEvidence(fresh.knex);
  });
  afterEach(() => fresh.close());

  it('is how many bars were handed in time, of those that came', async () => {
    const run = aRun();
    await runs.start(run);
    const warm = { kind: 'WARM_UP', symbol: 'SPY', bars: [] } as const;
    await runs.add(run, aLine(1, { input: warm }), []);
    for (const [sequence, reads] of [READ, null, READ, READ].entries())
      await runs.add(run, aLine(sequence + 2, { reads }), []);
    expect(await evidence.barsOf('ada', [run], NOON)).toEqual({ due: 4, handed: 3 });
    expect(await evidence.barsOf('ada', [run], after(4))).toEqual({ due: 2, handed: 2 });
    expect(await evidence.barsOf('bob', [run], NOON)).toEqual({ due: 0, handed: 0 });
    expect(await evidence.barsOf('ada', [], NOON)).toEqual({ due: 0, handed: 0 });
  });

  it('is when a kill switch last stopped an entry of this very strategy', async () => {
    const run = aRun();
    await runs.start(run);
    const other = await runs.start(aRun({ id: 'r2', strategyId: 's2' }));
    const stopped = async (of: typeof run, sequence: number, code: NoTradeCode) => {
      const at = after(sequence);
      const noTrade = { code, message: 'no', actNeeded: false };
      const decision = aDecision({
        ...{ runId: of.id, key: `${of.id}-${sequence}`, sequence, decidedAt: at },
        ...{ state: 'NO_TRADE', settledAt: at, noTrade },
      });
      await runs.add(of, aLine(sequence, { runId: of.id }), [decision]);
    };
    expect(await evidence.lastHalt('ada', 's1', NOON)).toBeNull();
    await stopped(run, 1, 'KILL_SWITCH');
    await stopped(run, 2, 'KILL_SWITCH');
    await stopped(run, 3, 'RISK_DENIED');
    await stopped(other, 1, 'MARKET_CLOSED');
    expect(await evidence.lastHalt('ada', 's1', NOON)).toEqual(after(2));
    expect(await evidence.lastHalt('ada', 's1', after(3))).toBeNull();
    expect(await evidence.lastHalt('ada', 's2', NOON)).toBeNull();
    expect(await evidence.lastHalt('bob', 's1', NOON)).toBeNull();
  });
});
