import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  RecordedRun,
  type QuotesRead,
  type RecordedCall,
  type RecordedSpan,
} from '../../../server/domain/backtest/recorded-run.ts';
import { runBacktest } from '../../../server/domain/backtest/run-backtest.ts';
import { BarsBuilder } from '../../../server/domain/bars/bars-builder.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { recordedQuotes } from '../../../server/domain/drift/recorded-quotes.ts';
import type { StrategyDesk } from '../../../server/domain/strategy/strategy.ts';

const MINUTE = 60_000;
const FROM = Date.parse('2026-03-02T15:00:00Z');
const CALL = 'SPY260320C00650000';
const end = (bar: number) => FROM + (bar + 1) * MINUTE;

function bars(count: number) {
  const builder = new BarsBuilder('SPY', 'ONE_MINUTE');
  const price = { open: '640', high: '641', low: '639', close: '640', volume: '1' };
  for (let n = 0; n < count; n += 1) builder.add({ at: FROM + n * MINUTE, ...price });
  return builder.build();
}

const quoted = (bid: number, ask: number, at: number) => ({
  ...{ symbol: CALL, at: new Date(at), bid, ask, iv: 0.2, delta: 0.4, underlyingPrice: 640 },
});
const reading = (bar: number, reads: Partial<QuotesRead> | null): RecordedCall => ({
  ...{ kind: 'BAR', symbol: 'SPY', at: FROM + bar * MINUTE, quote: null },
  reads: reads && (() => ({ quotes: {}, chains: {}, ...reads })),
});
const chain = (bar: number, bid: number, ask: number) =>
  reading(bar, { chains: { SPY: [quoted(bid, ask, end(bar))] } });
const span = (parts: Partial<RecordedSpan> = {}): RecordedSpan => ({
  ...{ symbol: CALL, from: end(0), to: Infinity, entry: null, exit: null },
  ...parts,
});
const buys = { symbol: CALL, side: 'BUY_TO_OPEN', quantity: '1' } as const;

interface Played {
  readonly calls: readonly RecordedCall[];
  readonly spans?: readonly RecordedSpan[];
  readonly marks?: readonly (readonly [at: number, bid: string, ask: string])[];
  readonly onBar: (bar: number, desk: StrategyDesk) => void;
}

function played({ calls, spans = [span()], marks = [], onBar }: Played) {
  const record = new RecordedRun(calls, spans, MINUTE - 1);
  const seen = marks.map(([at, bid, ask]) => ({ symbol: CALL, at, bid: dec(bid), ask: dec(ask) }));
  const report = runBacktest(
    {
      ...{ kindVersion: 'v1', parameters: {}, symbols: ['SPY'], interval: 'ONE_MINUTE', seed: 1 },
      ...{ from: FROM, to: FROM + 10 * MINUTE, fillModel: 'TOUCH', cash: '100000' },
      ...{ fees: {}, slippagePct: '0', dataHash: '' },
    },
    { bars: [bars(10)], quotes: recordedQuotes([CALL], seen) },
    {
      ...{ title: 'T', description: 'D', assetClasses: ['OPTION'], parameters: {} },
      create: () => ({ onBar: ({ at }, desk) => onBar((at.getTime() - FROM) / MINUTE, desk) }),
    },
    { hasher: createHash('sha256') as never, record },
  )!;
  const list = report.trades.list();
  const trades = list.map((trade) => [
    ...[(trade.entryAt - FROM) / MINUTE, trade.entryPrice],
    ...[(trade.exitAt - FROM) / MINUTE, trade.exitPrice, trade.closeReason],
  ]);
  return { report: { ...report, trades: list }, trades, unreadAt: record.unreadAt };
}

/** Enters at the first bar's end, and exits at the fifth bar's end. */
const inAndOut =
  (bracket = {}) =>
  (bar: number, desk: StrategyDesk) => {
    if (bar === 0) desk.enter({ ...buys, bracket });
    if (bar === 4 && desk.position(CALL)) desk.exit(CALL);
  };

describe('a backtest in the place of a run', () => {
  it('reads what the run read at each call, and nothing at one that only warmed up', () => {
    const seen: unknown[] = [];
    const { unreadAt } = played({
      calls: [chain(0, 5, 6), reading(1, { quotes: { SPY: null } }), reading(2, null)],
      onBar: (bar, desk) => {
        if (bar === 0) seen.push(desk.chain('SPY').map(({ ask }) => ask));
        if (bar === 1) seen.push(desk.quote('SPY'));
        if (bar === 2) seen.push(desk.quote('SPY'), desk.chain('SPY'));
      },
    });
    expect([seen, unreadAt]).toEqual([[[6], null, null, []], null]);
  });

  it('ends at the first quote that the run did not read', () => {
    const calls: number[] = [];
    const { unreadAt, trades } = played({
      calls: [chain(0, 5, 6)],
      onBar: (bar, desk) => {
        calls.push(bar);
        if (bar === 0) desk.enter(buys);
        if (bar === 3 && desk.quote(CALL) === null) desk.exit(CALL);
      },
    });
    expect([calls, unreadAt, trades]).toEqual([[0, 1, 2, 3], end(3), []]);
  });

  it('fills on what it read, and waits for a mark where it has read nothing for a minute', () => {
    const marks = [[end(2), '7', '8'] as const, [end(5) + 1, '9', '10'] as const];
    const { trades, report } = played({ calls: [chain(0, 5, 6)], marks, onBar: inAndOut() });
    expect(trades).toEqual([[1, '6', 6 + 1 / MINUTE, '9', 'MANUAL_CLOSE']]);
    expect(report.trades[0]).toMatchObject({ entryMarket: '5.5', exitMarket: '9.5' });
    const read = played({
      calls: [chain(0, 5, 6), reading(4, { quotes: { [CALL]: quoted(8, 9, end(4)) } })],
      ...{ marks, onBar: inAndOut() },
    });
    expect(read.trades).toEqual([[1, '6', 5, '8', 'MANUAL_CLOSE']]);
  });

  it('meets its stop and its target where the run’s own met theirs', () => {
    const left = (reason: 'SL_HIT' | 'TP_HIT') =>
      played({
        calls: [chain(0, 5, 6)],
        spans: [span({ to: end(2), exit: { price: '3.9', reason } })],
        onBar: inAndOut({ stopLoss: 4 }),
      }).trades;
    expect(left('SL_HIT')).toEqual([[1, '6', 3, '3.9', 'SL_HIT']]);
    // The trade has no target, so how it went on is unknown, and its end is after the span.
    expect(left('TP_HIT')[0]![2]).toBe(3 + 1 / MINUTE);
  });

  it('enters late where the run’s own order filled late, at no worse than its limit', () => {
    const filled = (limitPrice: number) =>
      played({
        calls: [chain(0, 5, 6), reading(4, { quotes: { [CALL]: quoted(8, 9, end(4)) } })],
        spans: [span({ entry: { at: end(2), price: '4.5' } })],
        onBar: (bar, desk) => {
          if (bar === 0) desk.enter({ ...buys, orderType: 'LIMIT', limitPrice });
          if (bar === 4 && desk.position(CALL)) desk.exit(CALL);
        },
      }).trades;
    expect(filled(4.5)).toEqual([[3, '4.5', 5, '8', 'MANUAL_CLOSE']]);
    expect(filled(4.4)).toEqual([]);
  });

  it('enters no contract that the run did not hold then', () => {
    const held = (spans: readonly RecordedSpan[]) => {
      const { report } = played({ calls: [chain(0, 5, 6)], spans, onBar: inAndOut() });
      return report.openPositions.length + report.trades.length;
    };
    expect(held([span()])).toBe(1);
    const before = span({ from: end(0) - 9 * MINUTE, to: end(0) });
    expect([[span({ from: end(3) })], [before], []].map(held)).toEqual([0, 0, 0]);
  });
});
