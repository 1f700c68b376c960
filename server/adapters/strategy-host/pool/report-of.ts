import { createHash } from 'node:crypto';
import type { BacktestControl, BacktestInput } from '../../../domain/backtest/backtest-input.ts';
import type { RunReport } from '../../../domain/backtest/report.ts';
import { runBacktest } from '../../../domain/backtest/run-backtest.ts';
import type { Shipped } from '../../../ports/strategies.ts';
import { fromPlainJson } from '../../database/sql/plain-json.ts';
import { loadCode } from '../kinds/load-code.ts';
import { markedCalls } from '../kinds/marked-calls.ts';
import type { RunAsked, SharedCells } from './tasks.ts';

/** Runs a backtest in this thread; null when it was canceled. */
export async function reportOf(
  { code, input: terms, limits, data }: RunAsked,
  cells: SharedCells,
  shipped: Shipped,
  more: Pick<BacktestControl, 'record' | 'decisions'> = {},
): Promise<RunReport | null> {
  const own = 'module' in code;
  if (own) Atomics.add(cells.calls, 0, 1);
  const loaded = await loadCode(code, shipped);
  if (own) Atomics.add(cells.calls, 0, 1);
  const definition = own ? markedCalls(loaded, cells.calls) : loaded;
  const limit = fromPlainJson<NonNullable<BacktestInput['limits']> | null>(limits);
  const input: BacktestInput = limit ? { ...terms, limits: limit } : terms;
  const hash = createHash('sha256');
  return runBacktest(input, data, definition, {
    hasher: { update: (part) => hash.update(part), digest: () => hash.digest('hex') },
    cancel: cells.cancel,
    ...more,
    onProgress: (bars, total) => {
      cells.progress[0] = bars;
      cells.progress[1] = total;
    },
  });
}
