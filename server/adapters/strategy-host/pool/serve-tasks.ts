import os from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import { backtestStats, figuresOf, monteCarloOf } from '../../../domain/backtest/backtest-stats.ts';
import { sweepOverfitting } from '../../../domain/backtest/sweep-overfitting.ts';
import { judgeBacktest } from '../../../domain/promotion/judge-backtest.ts';
import type { BacktestTrade } from '../../../domain/backtest/backtest-report.ts';
import { unpackTrades } from '../../../domain/backtest/packed-trades.ts';
import { BarsBuilder } from '../../../domain/bars/bars-builder.ts';
import type { ReadData, SeenSeries } from '../../../ports/backtest-pool.ts';
import type { StoredTrades } from '../../../ports/backtests.ts';
import type { Shipped } from '../../../ports/strategies.ts';
import { toPlainJson } from '../../database/sql/plain-json.ts';
import { backtestData } from '../columns/backtest-data.ts';
import { decodeSeries, hashOfBars } from '../columns/series-codec.ts';
import { compileKind } from '../kinds/compile-kind.ts';
import { describeKind } from '../kinds/describe-kind.ts';
import { defaultExport } from '../kinds/load-code.ts';
import { LiveInstances } from '../live/live-instances.ts';
import { decideTask } from './decide-task.ts';
import { recordedRun } from './recorded-run-of.ts';
import { reportOf } from './report-of.ts';
import type {
  AnsweredTask,
  AskedTask,
  RunAsked,
  RunAnswer,
  SharedCells,
  TaskName,
  Tasks,
} from './tasks.ts';

/** Priority below all other work of the machine, where threads have priorities of their own. */
const NICE = 10;

type Does = {
  readonly [N in TaskName]: (
    asks: Tasks[N]['asks'],
    cells: SharedCells,
  ) => Tasks[N]['answers'] | Promise<Tasks[N]['answers']>;
};

/** Does tasks in this thread. */
export function serveTasks(port: MessagePort, shipped: Shipped): void {
  // On other systems this would slow the whole server.
  if (os.platform() === 'linux') os.setPriority(0, NICE);
  const live = new LiveInstances(shipped);
  const does: Does = {
    read: (series) => backtestData(series.map((each) => decodeSeries(each.series, each.chunks))),
    readSeen: (series) => readSeen(series),
    run: (asked, cells) => runTask(asked, cells, shipped),
    decide: (asked, cells) => decideTask(asked, cells, shipped),
    statsOf: (runs) => toPlainJson(backtestStats(inOrder(runs))),
    monteCarlo: ({ trades, cash, ...draws }) =>
      toPlainJson(monteCarloOf(tradesIn(trades), cash, draws)),
    judge: ({ trades, backtest }) => judgeBacktest(tradesIn(trades), backtest),
    overfitting: (runs) => sweepOverfitting(runs),
    compile: (file) => compileKind(file),
    describe: async (code) => describeKind(await defaultExport(code)),
    liveOpen: (asked, cells) => live.open(asked, cells),
    liveCalls: ({ id, calls }) => live.calls(id, calls),
    liveClose: (id) => live.close(id),
  };
  port.on('message', ({ id, name, asks, cells }: AskedTask) => {
    const answer = (said: AnsweredTask) => port.postMessage(said);
    void Promise.resolve()
      .then(() => does[name](asks as never, cells))
      .then((done) => answer({ id, answer: done }))
      .catch((error: unknown) => answer({ id, failed: wordsOf(error) }));
  });
}

/** Trades of several runs together, in order of closing. */
function inOrder(runs: readonly StoredTrades[]): readonly BacktestTrade[] {
  return runs.flatMap(unpackTrades).sort((one, other) => one.exitAt - other.exitAt);
}

function tradesIn(stored: StoredTrades): readonly BacktestTrade[] {
  return stored.flatMap((text) => JSON.parse(text) as BacktestTrade[]);
}

/** @throws when a source gave an invalid bar. */
function readSeen(series: readonly SeenSeries[]): ReadData {
  const bars = series.map(({ symbol, interval, bars: given }) => {
    const builder = new BarsBuilder(symbol, interval);
    for (const bar of given) {
      const fault = builder.add(bar);
      if (fault) throw new Error(`A bar of ${symbol} is wrong in ${fault.field}: ${fault.reason}`);
    }
    return builder.build(true);
  });
  return { data: { bars, quotes: null }, hashes: bars.map(hashOfBars) };
}

async function runTask(
  asked: RunAsked,
  cells: SharedCells,
  shipped: Shipped,
): Promise<RunAnswer | null> {
  const record = asked.record && recordedRun(asked.record);
  const report = await reportOf(asked, cells, shipped, { ...(record && { record }) });
  if (!report) return null;
  const { trades, ...rest } = report;
  const stats = toPlainJson(figuresOf(trades.results()));
  return { report: rest, trades: trades.texts(), stats, unreadAt: record?.unreadAt ?? null };
}

const LONGEST = 500;

/** The error in one line, without module addresses: these are as long as the module itself. */
function wordsOf(error: unknown): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const short = words.replace(/data:text\/javascript;base64,[\w+/=]*/g, 'the module');
  return short.length > LONGEST ? `${short.slice(0, LONGEST)} …` : short;
}
