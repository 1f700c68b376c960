import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlStrategyRuns } from '../../../server/adapters/database/runs/sql-strategy-runs.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { StrategyTerms } from '../../../server/usecases/trading/strategy-entry.ts';
import { databases } from '../../support/databases/databases.ts';
import { RealDesk } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aRun } from '../../support/values/strategy-runs.ts';

const MARK = { runId: 'r1', strategyId: 's1', version: 1 };
const TERMS: StrategyTerms = {
  ...{ mark: MARK, stage: 'FULL_REAL', budget: dec(100_000), boundBy: null },
};
const ENDED = { status: 'STOPPED', endedAt: NOON, error: null } as const;

describe.each(databases())('an entry of a strategy, for real, on %s', (_, open) => {
  let d: RealDesk;
  let runs: SqlStrategyRuns;
  beforeEach(async () => {
    d = await RealDesk.start(open);
    runs = new SqlStrategyRuns(d.t.fresh.knex, 'REAL');
    await runs.start(aRun());
  });
  afterEach(() => d.stop());

  const enter = (terms: Partial<StrategyTerms> = {}, ticket: TicketInput = d.t.ticket()) =>
    d.servers[0].strategyDoor.enter(ADA, ticket, { ...TERMS, ...terms });

  /** The code of a refusal, or the rules that stopped the entry; `none` without a refusal. */
  async function refusalOf(entering: Promise<unknown>): Promise<string> {
    let error: Refusal;
    try {
      await entering;
      return 'none';
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      error = thrown;
    }
    const failed = error.detail.checks?.filter(({ passed }) => !passed) ?? [];
    return failed.length > 0 ? failed.map(({ rule }) => rule).join() : error.code;
  }

  it('needs no confirmation and an arming, where a person’s needs both', async () => {
    expect(await refusalOf(enter())).toBe('REAL_MODE_DISABLED');
    await d.arm();
    expect(await refusalOf(d.place(d.t.ticket()))).toBe('CONFIRMATION_REQUIRED');
    expect(await enter()).toMatchObject({ status: 'PENDING', strategyRun: MARK });
    await d.disarm();
    expect(await refusalOf(enter())).toBe('REAL_MODE_DISABLED');
  });

  it('needs its rung, a run that goes on, and a budget, of which SMALL_REAL has a tenth', async () => {
    await d.arm();
    expect(await refusalOf(enter({ stage: 'PAPER' }))).toBe('PROMOTION');
    expect(await refusalOf(enter({ budget: null }))).toBe('STRATEGY_BUDGET');
    const cost = await enter().then(({ limitPrice, quantity }) =>
      limitPrice!.times(quantity).times(100),
    );
    // The fees of the second entry count too.
    const both = { budget: cost.times(2).plus(10) };
    expect(await refusalOf(enter({ ...both, stage: 'SMALL_REAL' }))).toBe('STRATEGY_BUDGET');
    expect(await refusalOf(enter({ budget: cost.times(2) }))).toBe('STRATEGY_BUDGET');
    expect(await refusalOf(enter(both))).toBe('none');
    await runs.end({ username: 'ada', id: 'r1' }, ENDED);
    const before = await d.trades();
    expect(await refusalOf(enter())).toBe('STRATEGY_RUN');
    expect(await d.trades()).toBe(before);
  });
});
