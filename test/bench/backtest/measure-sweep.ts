import path from 'node:path';
import { ThreadPool } from '../../../server/adapters/strategy-host/pool/thread-pool.ts';
import type { ThreadProgram } from '../../../server/adapters/strategy-host/pool/thread.ts';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import type { PoolRun } from '../../../server/ports/backtest-pool.ts';
import { longestTurn } from '../backup/loop-watch.ts';
import { benchBars } from './bench-bars.ts';

/** The size of a measured sweep: each set of parameters runs on each column. */
export interface SweepPlan {
  readonly sets: number;
  readonly columns: number;
  readonly bars: number;
  /** The number of runs at once. */
  readonly lanes: number;
}

export const WHOLE_SWEEP: SweepPlan = { sets: 200, columns: 8, bars: 1_000_000, lanes: 1 };
/** A sweep that is long compared with the start of a thread, and short enough to wait for. */
export const SWEEP: SweepPlan = { ...WHOLE_SWEEP, sets: 20 };
export const SMALL_SWEEP: SweepPlan = { sets: 5, columns: 2, bars: 50_000, lanes: 1 };

export interface SweepMeasured {
  readonly plan: SweepPlan;
  /** From the request to the first result, with the start of a thread. */
  readonly firstMs: number;
  readonly wallMs: number;
  /** Processor time of all threads of the process. */
  readonly cpuMs: number;
  /** The longest time that the caller's loop computed between two beats; null when the system does not say. */
  readonly longestTurnMs: number | null;
  readonly trades: number;
}

/** Measures one sweep by one thread and by two, in turn; then the whole by one, as if the server had a core. */
export async function measureSweeps(
  program: ThreadProgram,
  { part, whole, rounds }: { part: SweepPlan; whole: SweepPlan | null; rounds: number },
): Promise<readonly SweepMeasured[]> {
  const bars = sweepBars(part);
  const measured: SweepMeasured[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const lanes of [1, 2])
      measured.push(await measureSweep(program, { ...part, lanes }, bars));
  if (whole) measured.push(await measureSweep(program, whole, bars));
  return measured;
}

function sweepBars({ columns, bars }: SweepPlan): readonly BarColumns[] {
  return Array.from({ length: columns }, (_, n) => benchBars(bars, `BENCH${n}/USD`));
}

/** Runs a sweep in threads that share the bars. */
async function measureSweep(
  program: ThreadProgram,
  plan: SweepPlan,
  bars: readonly BarColumns[],
): Promise<SweepMeasured> {
  const pool = new ThreadPool(program, async (kind) => ({ shipped: kind }), plan.lanes);
  const left = runsOf(plan, bars).reverse();
  let [firstMs, trades] = [Number.NaN, 0];
  const began = performance.now();
  const before = process.cpuUsage();
  const lane = async () => {
    for (let run = left.pop(); run; run = left.pop()) {
      const watch = { signal: new AbortController().signal, onProgress: () => undefined };
      const result = await pool.run(run, watch);
      if (Number.isNaN(firstMs)) firstMs = performance.now() - began;
      trades += result!.summary.stats.trades;
    }
  };
  try {
    const lanes = Array.from({ length: plan.lanes }, () => lane);
    const longestTurnMs = await longestTurn(() => Promise.all(lanes.map((each) => each())));
    const { user, system } = process.cpuUsage(before);
    const wallMs = performance.now() - began;
    return { plan, firstMs, wallMs, cpuMs: (user + system) / 1_000, longestTurnMs, trades };
  } finally {
    await pool.close();
  }
}

/** The thread's program in the build that `npm start` runs. */
export function builtThread(build: string): ThreadProgram {
  return { file: path.join(build, 'server', 'workers', 'strategy-thread.js') };
}

export function sweepTable(measured: readonly SweepMeasured[]): string {
  const head = [
    ...['sweep', 'first result', 'M bars/s', 'M bars/s and core', 'of one worker'],
    ...['of one, by processor time', 'longest turn of the loop'],
  ];
  const [one] = measured;
  const rows = measured.map((each) => {
    const { plan, firstMs, wallMs, cpuMs, longestTurnMs } = each;
    const bars = plan.sets * plan.columns * plan.bars;
    const perBar = ({ cpuMs: spent, plan: of }: SweepMeasured) =>
      spent / (of.sets * of.columns * of.bars);
    const perWall = ({ wallMs: spent, plan: of }: SweepMeasured) =>
      spent / (of.sets * of.columns * of.bars);
    return [
      `${plan.sets} sets × ${plan.columns} columns × ${plan.bars} bars, ${plan.lanes} at once`,
      `${firstMs.toFixed(0)} ms`,
      (bars / wallMs / 1_000).toFixed(1),
      (bars / cpuMs / 1_000).toFixed(1),
      (perWall(one!) / perWall(each)).toFixed(2),
      ((plan.lanes * perBar(one!)) / perBar(each)).toFixed(2),
      longestTurnMs === null ? 'unknown' : `${longestTurnMs.toFixed(1)} ms`,
    ];
  });
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function runsOf({ sets, columns }: SweepPlan, bars: readonly BarColumns[]): PoolRun[] {
  const runs: PoolRun[] = [];
  for (let set = 0; set < sets; set += 1)
    for (let column = 0; column < columns; column += 1) {
      const own = bars[column]!;
      const parameters = {
        fast: 10 + (set % 20),
        slow: 40 + 5 * Math.floor(set / 20),
        quantity: '1',
      };
      const input = {
        ...{ kindVersion: 'bench', parameters, symbols: [own.symbol], interval: own.interval },
        ...{ from: own.at[0]!, to: own.at.at(-1)! + 1, fillModel: 'TOUCH' as const },
        ...{ cash: '100000', fees: { perUnit: '0.005' }, slippagePct: '0', seed: 1 },
        dataHash: 'bench',
      };
      runs.push({ kind: 'sma-cross', input, data: { bars: [own], quotes: null } });
    }
  return runs;
}
