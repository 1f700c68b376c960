import type { RunDecision } from '../../../server/domain/strategy/run-decision.ts';
import type {
  RunInput,
  RunLine,
  StrategyRun,
} from '../../../server/domain/strategy/strategy-run.ts';
import { NOON } from '../fakes/fake-clock.ts';

/** A run of the strategy that `aStrategy` makes, running since noon. */
export function aRun(parts: Partial<StrategyRun> = {}): StrategyRun {
  return {
    ...{ id: 'r1', username: 'ada', strategyId: 's1', version: 1, name: 'cross' },
    ...{ kind: 'sma-cross', codeVersion: 'v1', parameters: { fast: 3 }, symbols: ['SPY'] },
    ...{ interval: 'ONE_MINUTE', evidenceSince: NOON, seed: 0.25, status: 'RUNNING' },
    ...{ startedAt: NOON, endedAt: null, lastBarAt: null, error: null, boundBy: null },
    ...parts,
  };
}

/** The minute bar of SPY that starts so many minutes after noon. */
export function aBarInput(minute: number, symbol = 'SPY'): RunInput {
  const at = new Date(NOON.getTime() + minute * 60_000);
  const prices = { open: 560.5, high: 561, low: 560.1, close: 560.9 };
  const endsAt = new Date(at.getTime() + 60_000);
  return { kind: 'BAR', bar: { symbol, at, ...prices, volume: 1_200 }, endsAt };
}

export function aLine(sequence: number, parts: Partial<RunLine> = {}): RunLine {
  return {
    ...{ runId: 'r1', sequence, at: NOON, input: aBarInput(sequence), reads: null },
    ...{ asked: [], logged: [] },
    ...parts,
  };
}

/** A decision to buy a share of SPY, which waits. */
export function aDecision(parts: Partial<RunDecision> = {}): RunDecision {
  return {
    ...{ runId: 'r1', key: 'key-1', sequence: 1, ordinal: 0, symbol: 'SPY' },
    ask: { action: 'ENTER', entry: { symbol: 'SPY', side: 'BUY', quantity: '1' } },
    ...{ decidedAt: NOON, barEnd: NOON, state: 'WAITING', settledAt: null },
    ...{ tradeId: null, noTrade: null, shadowPnl: null, shadowNote: null },
    ...parts,
  };
}
