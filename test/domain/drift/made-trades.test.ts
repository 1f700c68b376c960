import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import { deriveRows } from '../../../server/domain/drift/derive-rows.ts';
import { lastDayEnd } from '../../../server/domain/drift/day-end.ts';
import { HandedBars } from '../../../server/domain/drift/handed-bars.ts';
import { isLargeUnexplained } from '../../../server/domain/drift/large-unexplained.ts';
import { madeTrades, type RunRecord } from '../../../server/domain/drift/made-trades.ts';
import { splitOf } from '../../../server/domain/drift/drift-cause.ts';
import type { NoTradeCode, RunDecision } from '../../../server/domain/strategy/run-decision.ts';
import type { RunLine } from '../../../server/domain/strategy/strategy-run.ts';
import type { FillSeen } from '../../../server/domain/statistics/fill-seen.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { AAPL, aClosedTrade, anOpenTrade } from '../../support/values/builders.ts';
import { aBarInput, aDecision, aLine } from '../../support/values/strategy-runs.ts';

const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

describe('the trades that a run made', () => {
  const exit: RunDecision = aDecision({
    ...{ key: 'out', sequence: 2, barEnd: after(60), decidedAt: after(63), state: 'TAKEN' },
    ...{ ask: { action: 'EXIT', symbol: 'AAPL' }, tradeId: 'paper_1' },
  });
  const entry = aDecision({
    ...{ symbol: 'AAPL', decidedAt: after(2), state: 'TAKEN', tradeId: 'paper_1' },
  });
  const fill = (role: FillSeen['role'], seconds: number, bid: string, quantity = '1') => ({
    ...({ tradeId: 'paper_1', venue: 'SIMULATED', role, side: 'BUY', multiplier: 1 } as const),
    ...{ quantity: dec(quantity), price: dec(bid), limitPrice: null, filledAt: after(seconds) },
    seen: [
      {
        ...{ bid: dec(bid), ask: dec(bid).plus(1) },
        ...{ sourceTime: after(seconds), stoodAt: after(seconds) },
      },
    ],
  });
  const closed = aClosedTrade('160', '1', {
    ...{ id: 'paper_1', instrument: AAPL, side: 'BUY', openedAt: after(3), closedAt: after(64) },
    exitFilled: dec(1),
  });
  const made = (record: Partial<RunRecord>) =>
    madeTrades({
      ...{ decisions: [entry, exit], trades: [closed], pending: new Set<string>() },
      ...{ fills: [fill('ENTRY', 3, '149'), fill('CLOSE', 64, '160')], ...record },
    });

  it('have the instants, the market and how late the source was at either end', () => {
    const [trade] = made({}).trades;
    expect(trade).toMatchObject({
      ...{ id: 'paper_1', decidedAt: NOON.getTime(), ordinal: 0, cost: dec(150) },
      leg: { at: after(3).getTime(), lateMs: 2000 },
      result: { leg: { at: after(64).getTime(), lateMs: 3000 }, reason: 'MANUAL_CLOSE' },
    });
    expect(trade!.leg.market!.toFixed()).toBe('149.5');
    expect(trade!.result!.leg.market!.toFixed()).toBe('160.5');
    expect([trade!.result!.proceeds, trade!.result!.fees].map(String)).toEqual(['160', '1']);
    expect(made({ trades: [anOpenTrade({ id: 'paper_1' })] }).trades[0]!.result).toBeNull();
  });

  it('take the market of several fills by their sizes, and none where one of them has none', () => {
    const two = [fill('ENTRY', 3, '149', '1'), fill('ENTRY', 3, '152', '2')];
    expect(made({ fills: two }).trades[0]!.leg.market!.toFixed()).toBe('151.5');
    const blind = { ...fill('ENTRY', 3, '152'), seen: [] };
    expect(made({ fills: [...two, blind] }).trades[0]!.leg.market).toBeNull();
  });

  it('that were held over a split have no reference, and say so', () => {
    const split = { newShares: dec(2), oldShares: dec(1) };
    const [trade] = made({ trades: [{ ...closed, split }] }).trades;
    const expected = [{ ...made({}).trades[0]!, id: 'reference' }];
    const compared = { expected, actual: [trade!], unfilled: [], nearMs: 0, problem: null };
    expect(deriveRows(compared)).toMatchObject([
      { tradeId: 'paper_1', expected: ZERO, problem: expect.stringContaining('split') as string },
    ]);
    expect(made({}).trades[0]!.unknown).toBeUndefined();
  });

  it('that a person settled were left at no instant', () => {
    const elsewhere = { ...closed, exitFilled: dec(0) };
    expect(made({ trades: [elsewhere] }).trades[0]!.result!.leg.at).toBeNull();
  });

  it('leave out what did not fill: waiting, refused or lapsed', () => {
    const lost = (code: NoTradeCode | null, parts: Partial<RunDecision> = {}) => {
      const noTrade = code && { code, message: '', actNeeded: false };
      const decision = aDecision({ state: code ? 'NO_TRADE' : 'WAITING', noTrade, ...parts });
      const pending = new Set(['paper_9']);
      return made({ decisions: [decision], trades: [], pending }).unfilled[0]!.unfilled;
    };
    expect([lost(null), lost(null, { state: 'TAKEN', tradeId: 'paper_9' })]).toEqual([
      'WAITING',
      'WAITING',
    ]);
    expect([lost('RISK_DENIED'), lost('VENUE_REJECTED'), lost('STRATEGY_BUDGET')]).toEqual(
      Array<string>(3).fill('REFUSED'),
    );
    expect([lost('BAR_TOO_OLD'), lost('NEVER_FILLED')]).toEqual(['LAPSED', 'LAPSED']);
  });

  it('are numbered at one instant in the order of asking, filled or not', () => {
    const later = aDecision({ symbol: 'AAPL', key: 'k2', ordinal: 4 });
    const { trades, unfilled } = made({ decisions: [later, entry] });
    expect([trades[0]!.ordinal, unfilled[0]!.ordinal]).toEqual([0, 1]);
  });
});

describe('what a run was handed', () => {
  const UNTIL = after(3 * 60).getTime();
  const handed = (...lines: RunLine[]) => {
    const bars = new HandedBars('ONE_MINUTE', UNTIL);
    for (const { reads, ...line } of lines) {
      const readsQuotes = Object.keys({ ...reads?.quotes, ...reads?.chains }).length > 0;
      bars.add({ ...line, cash: reads?.cash ?? null, readsQuotes });
    }
    return bars;
  };
  const read = (parts: object) => ({
    ...{ cash: null, positions: {}, quotes: {}, chains: {} },
    ...parts,
  });

  it('are the bars that were over by then, each once, in the order of time', () => {
    const warm = {
      ...{ at: after(-60), open: dec('1.10'), high: dec(2), low: dec(1), close: dec(2) },
      volume: null,
    };
    const bars = handed(
      aLine(1, { input: { kind: 'WARM_UP', symbol: 'SPY', bars: [warm] } }),
      ...[1, 0, 1, 2, 3].map((minute, n) => aLine(n + 2, { input: aBarInput(minute) })),
    );
    expect(bars.from).toBe(NOON.getTime());
    expect(bars.series.map(({ symbol }) => symbol)).toEqual(['SPY']);
    const minutes = bars.series[0]!.bars.map(({ at }) => (at - NOON.getTime()) / 60_000);
    expect(minutes).toEqual([-1, 0, 1, 2]);
    expect(bars.series[0]!.bars.slice(0, 2)).toMatchObject([
      { open: '1.1', volume: '0' },
      { open: '560.5', volume: '1200' },
    ]);
  });

  it('tell the cash that it first saw, and whether it looked at quotes', () => {
    const quiet = handed(
      aLine(1, { reads: read({ cash: '500' }) }),
      aLine(2, { reads: read({ cash: '9' }) }),
    );
    expect([quiet.cash, quiet.readsQuotes]).toEqual(['500', false]);
    const quote = { symbol: 'SPY', at: NOON, bid: 1, ask: 2, iv: null, delta: null };
    const seen = { ...quote, underlyingPrice: null };
    expect(handed(aLine(1, { reads: read({ quotes: { SPY: seen } }) })).readsQuotes).toBe(true);
    expect(handed(aLine(1, { input: { kind: 'QUOTE', quote: seen } })).readsQuotes).toBe(true);
  });
});

describe('the end of an exchange day', () => {
  const end = (at: string) => lastDayEnd(new Date(at)).toISOString();

  it('is the close, five minutes later, and midnight in New York', () => {
    // The close of a Tuesday in summer time is 20:00 UTC.
    expect(end('2026-03-10T20:04:59Z')).toBe('2026-03-10T04:00:00.000Z');
    expect(end('2026-03-10T20:05:00Z')).toBe('2026-03-10T20:00:00.000Z');
    expect(end('2026-03-11T04:04:00Z')).toBe('2026-03-10T20:00:00.000Z');
    expect(end('2026-03-11T04:05:00Z')).toBe('2026-03-11T04:00:00.000Z');
  });

  it('is at 13:00 on a half-day, and midnight alone on a holiday', () => {
    expect(end('2026-11-27T18:05:00Z')).toBe('2026-11-27T18:00:00.000Z');
    expect(end('2026-11-26T23:00:00Z')).toBe('2026-11-26T05:00:00.000Z');
  });
});

it('a rest is large above a dollar and above a thousandth of what went in', () => {
  const large = (rest: string, size: string) =>
    isLargeUnexplained({ split: splitOf(dec(rest), {}), size: dec(size) });
  expect([large('1', '10'), large('-1.01', '10'), large('1.01', '1010')]).toEqual([
    ...[false, true, false],
  ]);
  expect([large('100', '100000'), large('-100.01', '100000')]).toEqual([false, true]);
});
