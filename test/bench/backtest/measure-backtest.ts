import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { runBacktest } from '../../../server/domain/backtest/run-backtest.ts';
import type { StrategyDefinition } from '../../../server/domain/strategy/definition.ts';
import smaCross from '../../../server/strategies/sma-cross.ts';
import { benchBars } from './bench-bars.ts';
import { condorByLoop, condorByModel } from './four-legs.ts';
import { typedLoop, type LoopResult } from './typed-loop.ts';
import { median } from '../median.ts';

const [FAST, SLOW] = [20, 50];
const CASH = '100000';

export interface BacktestCase {
  readonly work: string;
  /** Bars a second of processor time, one for each round. */
  readonly speeds: readonly number[];
  readonly goal: string;
}

/** Runs the engine and its rivals in turn, so that a slow machine slows all of them. */
export function measureBacktest(count: number, rounds: number): readonly BacktestCase[] {
  const bars = benchBars(count);
  const barByBar = { ...smaCross, columnar: undefined };
  const works = [
    { work: 'typed loop', goal: '', run: () => typedLoop(bars, FAST, SLOW) },
    {
      work: 'sma-cross, by columns',
      goal: '≥ 2 M, ≥ 0.7 of the loop',
      run: () => engine(smaCross, bars),
    },
    { work: 'sma-cross, bar by bar', goal: '', run: () => engine(barByBar, bars) },
  ];
  const speeds = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    const found = works.map(({ run }, n) => timed(count, run, round === 0 ? [] : speeds[n]!));
    agree(found);
  }
  const cases = works.map(({ work, goal }, n) => ({ work, goal, speeds: speeds[n]! }));
  return [...cases, ...python(bars, speeds.length > 0 ? rounds : 0), ...fourLegs(bars, rounds)];
}

/** A Markdown table: medians of the rounds, and each speed as a share of its typed loop's. */
export function backtestTable(cases: readonly BacktestCase[]): string {
  const head = ['work', 'M bars/s and core', 'of its loop', 'goal'];
  const loops = new Map<string, number>();
  const rows = cases.map(({ work, speeds, goal }) => {
    const speed = median(speeds);
    const kind = work.includes('legs') ? 'legs' : 'cross';
    if (!loops.has(kind)) loops.set(kind, speed);
    return [work, (speed / 1e6).toFixed(2), (speed / loops.get(kind)!).toFixed(2), goal];
  });
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function engine(definition: StrategyDefinition, bars: BarColumns): LoopResult {
  const hash = createHash('sha256');
  const hasher = {
    update: (part: string | Uint8Array) => hash.update(part),
    digest: () => hash.digest('hex'),
  };
  const last = bars.at.at(-1)!;
  const report = runBacktest(
    {
      ...{ kindVersion: 'bench', parameters: { fast: FAST, slow: SLOW, quantity: '1' } },
      ...{ symbols: [bars.symbol], from: bars.at[0]!, to: last + 1, interval: 'ONE_MINUTE' },
      ...{ fillModel: 'TOUCH', cash: CASH, fees: { perUnit: '0.005' }, slippagePct: '0' },
      ...{ seed: 1, dataHash: 'bench' },
    },
    { bars: [bars], quotes: null },
    definition,
    { hasher },
  )!;
  const { trades, endEquity, maxDrawdown } = report;
  return { trades: trades.size, endEquity: endEquity!, maxDrawdown };
}

function timed<T>(count: number, run: () => T, into: number[]): T {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  into.push((count * 1e6) / (user + system));
  return result;
}

/** @throws {Error} unless all results have the same trades and the same money. */
function agree(results: readonly LoopResult[]): void {
  const texts = new Set(results.map((result) => JSON.stringify(result)));
  if (texts.size > 1) throw new Error(`The results differ: ${[...texts].join(' ')}`);
}

/** The speeds of the same run in Python; empty on a machine without Python. */
function python(bars: BarColumns, rounds: number): readonly BacktestCase[] {
  const input = JSON.stringify(Array.from(bars.open, (open, i) => [open, bars.close[i]]));
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const script = path.join(import.meta.dirname, 'cross.py');
    const { status, stdout } = spawnSync('python3', [script], { input, encoding: 'utf8' });
    if (status !== 0) return [];
    speeds.push((JSON.parse(stdout) as [number, number])[0]);
  }
  return [{ work: 'plain Python, a class each', goal: 'engine ≥ 25 of it', speeds }];
}

function fourLegs({ at, close }: BarColumns, rounds: number): readonly BacktestCase[] {
  const [byLoop, byModel]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const loop = timed(at.length, () => condorByLoop(at, close), byLoop);
    const model = timed(at.length, () => condorByModel(at, close), byModel);
    if (!(Math.abs(loop.price - model.price) < 1e-6 * Math.abs(model.price)))
      throw new Error(`The prices differ: ${loop.price} ${model.price}`);
  }
  return [
    { work: 'four legs, typed loop', goal: '', speeds: byLoop },
    { work: 'four legs, the desk’s model', goal: '≥ 0.7 of the loop', speeds: byModel },
  ];
}
