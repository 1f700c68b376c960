import { expect, it } from 'vitest';
import { dec, sum } from '../../../server/domain/decimal.ts';
import { deriveRows } from '../../../server/domain/drift/derive-rows.ts';
import { madeTrades } from '../../../server/domain/drift/made-trades.ts';
import type { StrategyRun } from '../../../server/domain/strategy/strategy-run.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { TwinReference } from '../../../server/usecases/drift/twin-reference.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { AAPL, aClosedTrade } from '../../support/values/builders.ts';
import { aDecision, aRun } from '../../support/values/strategy-runs.ts';

const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

const trade = (id: string, runId: string, parts: Partial<Trade> = {}) =>
  aClosedTrade('160', '1', {
    ...{ id, instrument: AAPL, side: 'BUY', exitFilled: dec(1) },
    strategyRun: { runId, strategyId: 's1', version: 1 },
    ...parts,
  });
const decision = (runId: string, tradeId: string, minute: number) =>
  aDecision({
    ...{ runId, key: `${runId}-${minute}`, symbol: 'AAPL', barEnd: after(minute) },
    ...{ decidedAt: after(minute), sequence: minute + 1, state: 'TAKEN', tradeId },
  });

/** A PAPER book with purchases at noon and 3 and 9 minutes later: before, in and after the run of REAL. */
function paper(runs: readonly StrategyRun[]) {
  const trades = [0, 3, 9].map((minute) => trade(`paper_${minute}`, 'p1'));
  return {
    store: {
      decisions: async () => [0, 3, 9].map((minute) => decision('p1', `paper_${minute}`, minute)),
      fillsSeen: async () => [],
    },
    runs: {
      since: async () => runs,
      activeTrades: async () => [],
      heldBack: async () => new Set<string>(),
      tradesSince: async () => trades,
    },
  };
}

const real = aRun({ id: 'x1', startedAt: after(2), endedAt: after(8) });

it('the reference of REAL is what PAPER decided meanwhile, a tenth of the size is SIZE', async () => {
  const twins = new TwinReference(paper([aRun({ id: 'p1' })]));
  const { trades, problem } = await twins.of(real);
  expect([trades.map(({ id }) => id), problem]).toEqual([['paper_3'], null]);
  const small = trade('real_1', 'x1', {
    ...{ filledQuantity: dec('0.1'), entryCost: dec(15), exitedQuantity: dec('0.1') },
    ...{ exitProceeds: dec(16), realizedPnl: dec(1), fees: dec('0.1'), exitFilled: dec('0.1') },
  });
  const made = madeTrades({
    ...{ decisions: [decision('x1', 'real_1', 3)], trades: [small], fills: [] },
    pending: new Set<string>(),
  });
  const compared = { expected: trades, problem, actual: made.trades, unfilled: made.unfilled };
  const [row] = deriveRows({ ...compared, nearMs: 59_999 });
  expect(row).toMatchObject({ tradeId: 'real_1' });
  const known = Object.entries(row!.split).filter(([, amount]) => !amount.isZero());
  expect(known.map(([cause, amount]) => [cause, amount.toFixed()])).toEqual([
    ['SIZE', '-9'],
    ['FEES', '0.9'],
  ]);
  expect(sum(Object.values(row!.split)).toFixed()).toBe('-8.1');
});

it('there is none where no run of the same version went on beside it', async () => {
  const others = [aRun({ id: 'p1', version: 2 }), aRun({ id: 'p2', startedAt: after(8) })];
  for (const runs of [[], others]) {
    const { trades, problem } = await new TwinReference(paper(runs)).of(real);
    expect(trades).toEqual([]);
    expect(problem).toBe('No run of the same version went on in PAPER beside it.');
  }
});

it('is not known while its run in PAPER did not go on', async () => {
  const stopped = [
    aRun({ id: 'p1', endedAt: after(4) }),
    aRun({ id: 'p2', startedAt: after(6), endedAt: after(7) }),
  ];
  const { trades, problem, gaps } = await new TwinReference(paper(stopped)).of(real);
  const rowsOf = (minute: number) => {
    const made = madeTrades({
      ...{ decisions: [decision('x1', 'real_1', minute)], fills: [] },
      trades: [trade('real_1', 'x1', { closedAt: after(minute), openedAt: after(minute) })],
      pending: new Set<string>(),
    });
    const compared = { expected: trades, problem, gaps, actual: made.trades, unfilled: [] };
    return deriveRows({ ...compared, nearMs: 59_999 }).filter(({ tradeId }) => tradeId !== null);
  };
  const problems = [2, 5, 6, 7.5].map((minute) => rowsOf(minute)[0]!.problem);
  const why = 'Its run in PAPER did not go on then.';
  expect(problems).toEqual([null, why, null, why]);
});
