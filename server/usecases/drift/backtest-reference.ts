import type { BacktestInput } from '../../domain/backtest/backtest-input.ts';
import { backtestTrades } from '../../domain/drift/backtest-trades.ts';
import { HandedBars } from '../../domain/drift/handed-bars.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import { StrategyFailed, type BacktestPool } from '../../ports/backtest-pool.ts';
import type { SettingsStore } from '../../ports/desk.ts';
import type { StrategyKinds } from '../../ports/strategies.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import { hashOf } from '../strategies/load-data.ts';
import { unknown, type Expected, type ExpectedTrades } from './expected-trades.ts';

export interface BacktestReferenceDeps {
  readonly runs: Pick<StrategyRuns, 'lines'>;
  readonly kinds: Pick<StrategyKinds, 'find'>;
  readonly pool: Pick<BacktestPool, 'readSeen' | 'run'>;
  readonly settings: Pick<SettingsStore, 'of'>;
  readonly digest: (text: string) => string;
}

/** Lines of a journal at once. */
const LINES = 1_000;
/** Of one run, held in memory, as of a backtest. */
const MOST_BARS = 2_000_000;
/** Of a strategy that never asked for its cash: no entry fails for want of it. */
const PLENTY = '1000000000';

/** The same version over the bars that the run was handed: what PAPER should have traded. */
export class BacktestReference implements ExpectedTrades {
  constructor(private readonly deps: BacktestReferenceDeps) {}

  async of(run: StrategyRun, until: Date): Promise<Expected> {
    const { kinds, pool, digest } = this.deps;
    const handed = await this.#handed(run, until);
    const { size } = handed;
    if (size > MOST_BARS) return unknown('It was handed more bars than a backtest may have.', size);
    if (handed.readsQuotes)
      return unknown('It reads quotes, and a backtest over bars has none.', size);
    if (handed.from === null) return { trades: [], bars: size, hash: null, problem: null };
    if ((await kinds.find(run.kind))?.version !== run.codeVersion)
      return unknown('The code of its kind has changed since it was started.', size);
    const read = await pool.readSeen(
      handed.series.map((each) => ({ ...each, interval: run.interval })),
    );
    const input = await this.#input(run, handed, until, hashOf(digest, read.hashes));
    try {
      const watch = { signal: new AbortController().signal, onProgress: () => undefined };
      const result = await pool.run({ kind: run.kind, input, data: read.data }, watch);
      if (!result) return unknown('The backtest was ended before it was over.', size);
      const { summary, trades } = result;
      return { trades: backtestTrades(trades), bars: size, hash: summary.hash, problem: null };
    } catch (error) {
      if (error instanceof StrategyFailed) return unknown(error.message, size);
      throw error;
    }
  }

  async #handed(run: StrategyRun, until: Date): Promise<HandedBars> {
    const handed = new HandedBars(run.interval, until.getTime());
    for (let after = 0; ;) {
      const lines = await this.deps.runs.lines(run, after, LINES);
      for (const line of lines) handed.add(line);
      const last = lines.at(-1);
      if (!last || lines.length < LINES || handed.size > MOST_BARS) return handed;
      after = last.sequence;
    }
  }

  async #input(
    { codeVersion, parameters, username, interval, seed }: StrategyRun,
    handed: HandedBars,
    until: Date,
    dataHash: string,
  ): Promise<BacktestInput> {
    const { fillModel } = await this.deps.settings.of(username);
    return {
      ...{ kindVersion: codeVersion, parameters, interval, fillModel, seed, dataHash },
      symbols: handed.series.map(({ symbol }) => symbol),
      ...{ from: handed.from!, to: until.getTime() },
      ...{ cash: handed.cash ?? PLENTY, fees: null, slippagePct: '0' },
    };
  }
}
