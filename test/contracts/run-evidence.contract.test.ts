import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlRunEvidence } from '../../server/adapters/database/runs/sql-run-evidence.ts';
import { SqlStrategyRuns } from '../../server/adapters/database/runs/sql-strategy-runs.ts';
import type { NoTradeCode } from '../../server/domain/strategy/run-decision.ts';
import type { KillSwitchLevel } from '../../server/domain/account/account.ts';
import type { Order } from '../../server/domain/order/order.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { anEvent, anOpenTrade, anOrder, aTrade } from '../support/values/builders.ts';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';
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

  describe('an entry that went out although the switch was up', () => {
    const moved = (level: KillSwitchLevel) =>
      fresh.book.change('ada', (change) => change.setKillSwitch(level, NOON, 'user:ada'));
    /** Stores a trade of the strategy whose order is sent at a minute. */
    const sends = (id: string, minute: number, parts: Partial<Order> = {}, strategyId = 's1') =>
      fresh.book.change('ada', async (change) => {
        const strategyRun = { runId: 'r1', strategyId, version: 1 };
        const at = after(minute);
        const made = parts.role === 'CLOSE' ? anOpenTrade : aTrade;
        const trade = made({ id: `paper_${id}`, version: 1, placedAt: at, strategyRun });
        const order = anOrder({
          ...{ id: `paper_${id}-o`, tradeId: trade.id, tag: id, status: 'SUBMITTED', sentAt: at },
          ...parts,
        });
        const event = { ...anEvent(trade, 'ORDER_SUBMITTED'), occurredAt: at, orders: [order] };
        await change.save(null, { trade, orders: [order] }, [event], UNJOURNALLED);
      });
    const breach = (since = NOON) => evidence.lastBreach('ada', 's1', since);

    it('is found by the order of the log, whichever level it was', async () => {
      await sends('before', 1);
      expect(await breach()).toBeNull();
      await moved('HALT_ENTRIES');
      expect(await breach()).toBeNull();
      await sends('first', 2);
      expect(await breach()).toEqual(after(2));
      await moved('HALT_ALL');
      await sends('second', 3);
      await moved('OFF');
      await sends('later', 4);
      expect(await breach()).toEqual(after(3));
      expect(await breach(after(4))).toBeNull();
      expect(await evidence.lastBreach('bob', 's1', NOON)).toBeNull();
    });

    it('is none of another strategy’s, no exit, and none that was held back', async () => {
      await moved('HALT_ENTRIES');
      await sends('other', 1, {}, 's2');
      await sends('close', 2, { role: 'CLOSE', side: 'SELL_TO_CLOSE' });
      await sends('canceled', 3, { status: 'CANCELED' });
      expect(await breach()).toBeNull();
      expect(await evidence.lastBreach('ada', 's2', NOON)).toEqual(after(1));
    });

    it('is found where the switch was up long before', async () => {
      await moved('HALT_ENTRIES');
      await sends('late', 9);
      expect(await breach(after(5))).toEqual(after(9));
    });
  });
});
